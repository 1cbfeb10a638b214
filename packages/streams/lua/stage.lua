#!lua
-- STAGE: writes a part of a hunt that is recomputed beside its own state, and says how far it is.
-- Whoever stages names the place it goes on from, so that nothing is staged twice or passed over.
-- KEYS  1 place of the shadow, then its hunt, teams, players, board, recommend, trails, watches
--       and frozen board
-- ARGV  1 position it must stand at, '-' while none is whole  2 position it stands at then, or '-'
--       3 epoch  4 '1' when the frozen board begins anew
--       5 to 12 the field-value pairs of each key, one after another, in MessagePack
-- Returns 1 when it was written, now or by the same words sent before, 0 when the shadow stands
-- elsewhere
local PAIRS = 2000
-- What nobody goes on with, because its holder is gone and its run was cancelled, goes by itself:
-- first its place, so that nothing of which a part is gone is ever swapped in.
local PLACE_KEPT_MS = 24 * 3600 * 1000
local STATE_KEPT_MS = 25 * 3600 * 1000
local COMMANDS = {'HSET', 'HSET', 'HSET', 'ZADD', 'HSET', 'HSET', 'HSET', 'ZADD'}

local place = redis.call('HMGET', KEYS[1], 'position', 'epoch')
if (place[1] or '-') ~= ARGV[1] then
  -- A connection that was lost before the answer sends it again.
  return place[1] == ARGV[2] and place[2] == ARGV[3] and 1 or 0
end
if ARGV[4] == '1' then redis.call('UNLINK', KEYS[9]) end
for i, command in ipairs(COMMANDS) do
  local texts = cmsgpack.unpack(ARGV[4 + i])
  for from = 1, #texts, PAIRS * 2 do
    local to = math.min(from + PAIRS * 2 - 1, #texts)
    redis.call(command, KEYS[1 + i], unpack(texts, from, to))
  end
  redis.call('PEXPIRE', KEYS[1 + i], STATE_KEPT_MS)
end
if ARGV[2] == '-' then
  redis.call('HDEL', KEYS[1], 'position')
else
  redis.call('HSET', KEYS[1], 'position', ARGV[2], 'epoch', ARGV[3])
end
redis.call('PEXPIRE', KEYS[1], PLACE_KEPT_MS)
return 1
