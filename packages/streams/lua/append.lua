#!lua
-- APPEND: puts one entry on a partition's log and says who has to be woken.
-- Refused by Redis above maxmemory, before anything is written.
-- KEYS  1 log  2 meta  3 owner
-- ARGV  1 blob  2 number of events
-- Returns {entry id, undecided events, 1 when a worker holds the partition, micros of the append}
local now = redis.call('TIME')
local micros = now[1] .. string.format('%06d', now[2])
local id = redis.call('XADD', KEYS[1], '*', 't', micros, 'e', ARGV[1])
local appended = redis.call('HINCRBY', KEYS[2], 'appended', ARGV[2])
local decided = tonumber(redis.call('HGET', KEYS[2], 'decided') or '0')
return {id, appended - decided, redis.call('EXISTS', KEYS[3]), micros}
