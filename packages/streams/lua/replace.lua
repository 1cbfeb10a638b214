#!lua
-- REPLACE: writes a text only while it is still what the writer has read.
-- KEYS  1 text
-- ARGV  1 what was read; empty where there was nothing  2 what it becomes
-- Returns 1 when it was written
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1
