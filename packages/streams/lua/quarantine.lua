#!lua
-- QUARANTINE: what one packet was refused for, once, though a connection that was lost before the
-- answer sends it again.
-- KEYS  1 stream of refusals  2 packets whose refusals stand in it, by the time they came
-- ARGV  1 name of the packet  2 most packets remembered  3… a record each
-- Returns how many records were added
local now = redis.call('TIME')
local atUs = now[1] * 1000000 + now[2]
if redis.call('ZADD', KEYS[2], 'NX', atUs, ARGV[1]) == 0 then return 0 end
redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -1 - tonumber(ARGV[2]))
for i = 3, #ARGV do redis.call('XADD', KEYS[1], '*', 'r', ARGV[i]) end
return #ARGV - 2
