-- Every row of one event, newest last. A row is void when a later epoch of its partition began
-- at or before its place: the log that held it was lost, and something else stands there now. What
-- an event has moved for teams at large is no row of the event's own.
SELECT
  entry.partition, entry.epoch, entry.position, entry.event_id, entry.hunt, entry.team,
  entry.player, entry.type, entry.outcome, entry.verdict, entry.clue, entry.points, entry.score,
  entry.version, entry.rules, entry.occurred_at, entry.committed_at,
  entry.reason, entry.team_status,
  EXISTS (
    SELECT FROM ledger_epoch later
    WHERE later.partition = entry.partition
      AND later.epoch > entry.epoch
      AND later.first_position <= entry.position
  ) AS is_void
FROM ledger_entry entry
WHERE entry.event_id = $1 AND entry.part = 0
ORDER BY entry.partition, entry.epoch, entry.position
LIMIT $2
