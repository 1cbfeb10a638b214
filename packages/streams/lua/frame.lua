#!lua
-- FRAME: what one process tells in a tick, once, though a connection that was lost before the
-- answer sends it again.
-- KEYS  1 stream of the process
-- ARGV  1 frame  2 most frames kept, about  3 how long the stream outlives its process, ms
-- Returns how many frames were added
-- More than can be unanswered on a connection before it is made anew.
local LATEST = 16

for _, entry in ipairs(redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', LATEST)) do
  if entry[2][2] == ARGV[1] then return 0 end
end
redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[2], '*', 'f', ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
