#!lua flags=allow-oom
-- RELEASE: gives the lease up only when nothing stands after the cursor, which closes the race
-- with a door that saw the lease and therefore woke nobody.
-- KEYS  1 owner  2 meta  3 log
-- ARGV  1 token  2 '1' to give it up even with a backlog (the caller wakes another)
-- Returns 'released' | 'behind' | 'lost'
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'lost' end
if ARGV[2] ~= '1' then
  local cursor = redis.call('HGET', KEYS[2], 'cursor') or '0-0'
  local next = redis.call('XRANGE', KEYS[3], '(' .. cursor, '+', 'COUNT', 1)
  if #next > 0 then return 'behind' end
end
redis.call('DEL', KEYS[1])
return 'released'
