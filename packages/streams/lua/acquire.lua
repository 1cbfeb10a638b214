#!lua flags=allow-oom
-- ACQUIRE: takes or renews the lease on a partition.
-- KEYS  1 owner  2 meta
-- ARGV  1 token  2 lease in ms
-- Returns {0} when another holds it, else {1, epoch, run id, cursor, decided}
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then return {0} end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
local meta = redis.call('HMGET', KEYS[2], 'epoch', 'runId', 'cursor', 'decided')
return {1, meta[1] or '0', meta[2] or '', meta[3] or '0-0', meta[4] or '0'}
