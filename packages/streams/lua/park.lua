#!lua
-- PARK: remembers that an event lies in quarantine and that nothing under its id was accepted, so
-- that its replay can count at any age. To be called only while the dedup window covers the id.
-- KEYS  1 parked ids of the hunt  2 bucket of remembered ids
-- ARGV  1 identity  2 most parked ids of a hunt
-- Returns 1 when the id is parked now
if redis.call('HEXISTS', KEYS[2], ARGV[1]) == 1 then return 0 end
if redis.call('SISMEMBER', KEYS[1], ARGV[1]) == 1 then return 1 end
if redis.call('SCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
redis.call('SADD', KEYS[1], ARGV[1])
return 1
