#!lua flags=allow-oom
-- COMMIT: moves the cursor of one partition together with every effect of the events it passes.
-- All checks come before the first write, and nothing in the write part can fail, because a
-- script that stops half way is not rolled back. Above maxmemory it still runs: a log that can't
-- be drained would never shrink.
-- KEYS  1 owner  2 meta  3 out  4 counters  5 quarantine
--       then a key per bucket of remembered ids, four a hunt (hunt, teams, players, board), and the
--       buckets to forget
-- ARGV  1 token  2 lease ms  3 epoch expected  4 cursor expected  5 epoch now  6 run id
--       7 new cursor  8 events decided  9 out blob  10 buckets  11 hunts  12 quarantined
--       13 buckets to forget  14 counter pairs
--       then per bucket: packed pairs of identity (24 bytes) and value (14), and how many of
--       them are remembered (those beyond are only asked for);
--       per hunt and key of it: the field-value pairs, one after another, in MessagePack;
--       per quarantined event: its record; per counter: its name and what is added
-- Returns {'committed', micros} | {'moved'} | {'repeats', bucket, index, value, ...} from 0
local PAIRS = 2000
-- What struct reads of a packed pair: identity and value, or the identity alone.
local PAIR, IDENTITY = 'c24c14', 'c24' .. string.rep('x', 14)
local PAIR_BYTES = 38

local function moved()
  if redis.call('GET', KEYS[1]) ~= ARGV[1] then return true end
  local meta = redis.call('HMGET', KEYS[2], 'epoch', 'cursor')
  return (meta[1] or '0') ~= ARGV[3] or (meta[2] or '0-0') ~= ARGV[4]
end

-- Calls a command with what `format` reads of up to PAIRS packed pairs at a time. Cutting the
-- pairs in C rather than in Lua is what makes a commit cheap.
local function each(packed, count, format, run)
  for from = 0, count - 1, PAIRS do
    local size = math.min(PAIRS, count - from)
    run(from, string.rep(format, size), packed, from * PAIR_BYTES + 1)
  end
end

-- struct.unpack gives the place after the last value too, which must not become an argument.
local function cut(format, text, at)
  local values = {struct.unpack(format, text, at)}
  return unpack(values, 1, #values - 1)
end

if moved() then return {'moved'} end

local buckets, hunts = tonumber(ARGV[10]), tonumber(ARGV[11])
local repeats = {'repeats'}
for bucket = 1, buckets do
  local packed = ARGV[14 + bucket * 2 - 1]
  each(packed, #packed / PAIR_BYTES, IDENTITY, function(from, format, text, at)
    local values = redis.call('HMGET', KEYS[5 + bucket], cut(format, text, at))
    for i = 1, #values do
      if values[i] then
        local n = #repeats
        repeats[n + 1], repeats[n + 2], repeats[n + 3] = bucket - 1, from + i - 1, values[i]
      end
    end
  end)
end
if #repeats > 1 then return repeats end

for bucket = 1, buckets do
  local remembered = tonumber(ARGV[14 + bucket * 2])
  each(ARGV[14 + bucket * 2 - 1], remembered, PAIR, function(_, format, text, at)
    redis.call('HSET', KEYS[5 + bucket], cut(format, text, at))
  end)
end

local arg = 15 + buckets * 2
local key = 6 + buckets
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
local now = redis.call('TIME')
local micros = now[1] .. string.format('%06d', now[2])
redis.call('XADD', KEYS[3], string.format('%.0f', decided) .. '-0', 't', micros, 'o', ARGV[9])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return {'committed', micros}
