#!lua flags=no-writes
-- TRAIL: what a door ranks a team by, as it stood at one moment.
-- KEYS  1 hunt  2 teams  3 trails  4 meta  5 recommend
-- ARGV  1 field of the hunt's head  2 field of its teams' statuses  3 team
--       4 what fields of visits together begin with
--       5 field of the clues that are open for all
-- Returns {head, statuses, team, trail, epoch, decided, clues open for all,
--   visits together with each slot solved last, ...}
local trail = redis.call('HGET', KEYS[3], ARGV[3])
local meta = redis.call('HMGET', KEYS[4], 'epoch', 'decided')
local reply = {
  redis.call('HGET', KEYS[1], ARGV[1]),
  redis.call('HGET', KEYS[1], ARGV[2]),
  redis.call('HGET', KEYS[2], ARGV[3]),
  trail,
  meta[1],
  meta[2],
  redis.call('HGET', KEYS[1], ARGV[5]),
}
-- A trail begins with the list of its slots.
local recent = trail and string.match(trail, '^%[%[([%d,]+)%]')
if recent then
  for slot in string.gmatch(recent, '%d+') do
    reply[#reply + 1] = redis.call('HGET', KEYS[5], ARGV[4] .. slot)
  end
end
return reply
