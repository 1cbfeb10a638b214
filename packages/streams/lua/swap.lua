#!lua flags=allow-oom
-- SWAP: decides one retroactive publication: puts a recomputed hunt in the place of its own state,
-- moves the cursor over the publication and raises the epoch, wholly or not at all. The old state
-- is let go in the background, so that a hunt of whatever size holds nobody up.
-- KEYS  1 owner  2 meta  3 out  4 counters  5 place of the shadow  6 bucket of remembered ids
--       then the hunt's own keys, and as many of its shadow, in the same order
-- ARGV  1 token  2 lease ms  3 epoch expected  4 cursor expected  5 epoch now  6 run id
--       7 new cursor  8 out blob  9 identity (24 bytes)  10 value (14)
--       11 position the shadow must stand at  12 counter  13 fields of the hunt, in MessagePack
-- Returns {'committed', micros} | {'moved'} | {'repeats', value}
local STATE_KEYS = (#KEYS - 6) / 2

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {'moved'} end
local meta = redis.call('HMGET', KEYS[2], 'epoch', 'cursor')
if (meta[1] or '0') ~= ARGV[3] or (meta[2] or '0-0') ~= ARGV[4] then return {'moved'} end
local place = redis.call('HMGET', KEYS[5], 'position', 'epoch')
if place[1] ~= ARGV[11] or place[2] ~= ARGV[3] then return {'moved'} end
local known = redis.call('HGET', KEYS[6], ARGV[9])
if known then return {'repeats', known} end

redis.call('HSET', KEYS[6], ARGV[9], ARGV[10])
for i = 1, STATE_KEYS do
  local own, shadow = KEYS[6 + i], KEYS[6 + STATE_KEYS + i]
  redis.call('UNLINK', own)
  if redis.call('EXISTS', shadow) == 1 then
    redis.call('RENAME', shadow, own)
    -- A shadow goes by itself after a while; a hunt's state never does.
    redis.call('PERSIST', own)
  end
end
redis.call('DEL', KEYS[5])
redis.call('HSET', KEYS[7], unpack(cmsgpack.unpack(ARGV[13])))
redis.call('HINCRBY', KEYS[4], ARGV[12], 1)
local decided = redis.call('HINCRBY', KEYS[2], 'decided', 1)
redis.call('HSET', KEYS[2], 'cursor', ARGV[7], 'epoch', ARGV[5], 'runId', ARGV[6])
local now = redis.call('TIME')
local committedAt = string.format('%.0f', now[1] * 1000000 + now[2])
redis.call('XADD', KEYS[3], string.format('%.0f', decided) .. '-0', 't', committedAt, 'o', ARGV[8])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return {'committed', committedAt}
