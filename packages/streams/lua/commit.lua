#!lua flags=allow-oom
-- COMMIT: moves the cursor of one partition together with every effect of the events it passes.
-- All checks come before the first write, and nothing in the write part can fail, because a
-- script that stops half way is not rolled back. Above maxmemory it still runs: a log that can't
-- be drained would never shrink.
-- KEYS  1 owner  2 meta  3 out  4 counters  5 quarantine
--       then two keys per bucket of remembered ids (the bucket, and the parked ids of its hunt),
--       seven a hunt (hunt, teams, players, board, recommend, trails, watches), the buckets to
--       forget, two a board to freeze (board, frozen board), two a
--       replayed event (parked ids, bucket), and two an event that rests in quarantine from now on
--       (parked ids, bucket)
-- ARGV  1 token  2 lease ms  3 epoch expected  4 cursor expected  5 epoch now  6 run id
--       7 new cursor  8 events decided  9 out blob  10 buckets  11 hunts  12 quarantined
--       13 buckets to forget  14 counter pairs  15 replayed  16 parked
--       17 most parked ids of a hunt  18 boards to freeze
--       then per bucket: packed pairs of identity (24 bytes) and value (14), how many of them are
--       remembered (those beyond are only asked for), and which have to be asked for: 'all', or
--       their numbers from 0 with blanks between;
--       per hunt and key of it: the field-value pairs, one after another, in MessagePack;
--       per quarantined event: its record; per counter: its name and what is added;
--       per board to freeze: the scores it has got in this commit before, in MessagePack;
--       per replayed event: identity, and value or nothing; per quarantined event: its identity
-- Returns {'committed', micros, asked, bucket, ...} | {'moved'}; the buckets, from 0, are those
--         that were not there before
--       | {'repeats', asked, bucket, index, value, ...} from 0; asked: the microseconds that the
--       question for known ids took, 0 where the server's clock stands still within a script
local PAIRS = 2000
-- What struct reads of a packed pair: identity and value.
local PAIR, PAIR_BYTES, ID_BYTES = 'c24c14', 38, 24

local function moved()
  if redis.call('GET', KEYS[1]) ~= ARGV[1] then return true end
  local meta = redis.call('HMGET', KEYS[2], 'epoch', 'cursor')
  return (meta[1] or '0') ~= ARGV[3] or (meta[2] or '0-0') ~= ARGV[4]
end

-- Cuts up to PAIRS pairs off a packed run: identity, value, identity, value ... Cutting in C, and
-- once for both the question and the answer, is what makes a commit cheap.
local function cut(packed, from, size)
  local values = {struct.unpack(string.rep(PAIR, size), packed, from * PAIR_BYTES + 1)}
  -- The place after the last value, which must not become an argument.
  values[size * 2 + 1] = nil
  return values
end

local function identities(cuts, size)
  local ids = {}
  for i = 1, size do ids[i] = cuts[i * 2 - 1] end
  return ids
end

if moved() then return {'moved'} end

local buckets, hunts = tonumber(ARGV[10]), tonumber(ARGV[11])
local replayed, parkings = tonumber(ARGV[15]), tonumber(ARGV[16])
local frozen = tonumber(ARGV[18])
local replayKey = #KEYS - parkings * 2 - replayed * 2
local replayArg = #ARGV - parkings - replayed * 2
-- An id that is parked no more was accepted meanwhile, which only this script does: whoever asks
-- has read state that is gone.
for i = 1, replayed do
  if redis.call('SISMEMBER', KEYS[replayKey + i * 2 - 1], ARGV[replayArg + i * 2 - 1]) == 0 then
    return {'moved'}
  end
end
local function micros()
  local now = redis.call('TIME')
  return now[1] * 1000000 + now[2]
end
local askedAt = micros()
local repeats, runs, made = {'repeats', 0}, {}, {}
local function repeated(bucket, index, value)
  local n = #repeats
  repeats[n + 1], repeats[n + 2], repeats[n + 3] = bucket - 1, index, value
end
for bucket = 1, buckets do
  local key, packed = KEYS[5 + bucket * 2 - 1], ARGV[18 + bucket * 3 - 2]
  local remembered, suspects = tonumber(ARGV[18 + bucket * 3 - 1]), ARGV[18 + bucket * 3]
  local isAll = suspects == 'all'
  if isAll and redis.call('EXISTS', key) == 0 then made[#made + 1] = bucket - 1 end
  local count = #packed / PAIR_BYTES
  for from = 0, count - 1, PAIRS do
    local size = math.min(PAIRS, count - from)
    local cuts = cut(packed, from, size)
    if isAll then
      local values = redis.call('HMGET', key, unpack(identities(cuts, size)))
      for i = 1, size do
        if values[i] then repeated(bucket, from + i - 1, values[i]) end
      end
    end
    local kept = math.min(size, remembered - from)
    if kept > 0 then runs[#runs + 1] = {key, cuts, kept * 2, KEYS[5 + bucket * 2]} end
  end
  if not isAll then
    for index in string.gmatch(suspects, '%d+') do
      local at = index * PAIR_BYTES
      local value = redis.call('HGET', key, string.sub(packed, at + 1, at + ID_BYTES))
      if value then repeated(bucket, tonumber(index), value) end
    end
  end
end
repeats[2] = micros() - askedAt
if #repeats > 2 then return repeats end

for _, run in ipairs(runs) do
  redis.call('HSET', run[1], unpack(run[2], 1, run[3]))
  if redis.call('EXISTS', run[4]) == 1 then
    redis.call('SREM', run[4], unpack(identities(run[2], run[3] / 2)))
  end
end
for i = 1, replayed do
  local identity, value = ARGV[replayArg + i * 2 - 1], ARGV[replayArg + i * 2]
  redis.call('SREM', KEYS[replayKey + i * 2 - 1], identity)
  if value ~= '' then redis.call('HSET', KEYS[replayKey + i * 2], identity, value) end
end
for i = 1, parkings do
  local at = #KEYS - parkings * 2 + i * 2
  local parked, bucket, identity = KEYS[at - 1], KEYS[at], ARGV[#ARGV - parkings + i]
  if redis.call('SCARD', parked) < tonumber(ARGV[17]) then
    redis.call('SADD', parked, identity)
  elseif redis.call('SISMEMBER', parked, identity) == 0 then
    -- There is no room to tell its replay from a repeat: it is not known at all, and its replay is
    -- judged as any event is, as long as the window covers it.
    redis.call('HDEL', bucket, identity)
  end
end

-- A board is frozen as it stood before this commit, but for what came before the freeze in it.
for i = 1, frozen do
  local at = replayKey - frozen * 2 + i * 2 - 1
  redis.call('DEL', KEYS[at + 1])
  redis.call('COPY', KEYS[at], KEYS[at + 1])
  local texts = cmsgpack.unpack(ARGV[replayArg - frozen + i])
  for from = 1, #texts, PAIRS * 2 do
    local to = math.min(from + PAIRS * 2 - 1, #texts)
    redis.call('ZADD', KEYS[at + 1], unpack(texts, from, to))
  end
end

local arg = 19 + buckets * 3
local key = 6 + buckets * 2
local function write(command)
  local texts = cmsgpack.unpack(ARGV[arg])
  for from = 1, #texts, PAIRS * 2 do
    local to = math.min(from + PAIRS * 2 - 1, #texts)
    redis.call(command, KEYS[key], unpack(texts, from, to))
  end
  arg = arg + 1
  key = key + 1
end
for _ = 1, hunts do
  write('HSET')
  write('HSET')
  write('HSET')
  write('ZADD')
  write('HSET')
  write('HSET')
  write('HSET')
end
for _ = 1, tonumber(ARGV[12]) do
  redis.call('XADD', KEYS[5], '*', 'r', ARGV[arg])
  arg = arg + 1
end
for _ = 1, tonumber(ARGV[13]) do
  redis.call('UNLINK', KEYS[key])
  key = key + 1
end
for _ = 1, tonumber(ARGV[14]) do
  redis.call('HINCRBY', KEYS[4], ARGV[arg], ARGV[arg + 1])
  arg = arg + 2
end
local decided = redis.call('HINCRBY', KEYS[2], 'decided', ARGV[8])
redis.call('HSET', KEYS[2], 'cursor', ARGV[7], 'epoch', ARGV[5], 'runId', ARGV[6])
local committedAt = string.format('%.0f', micros())
redis.call('XADD', KEYS[3], string.format('%.0f', decided) .. '-0', 't', committedAt, 'o', ARGV[9])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return {'committed', committedAt, repeats[2], unpack(made)}
