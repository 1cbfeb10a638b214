-- What operators have done to the points and the standing of teams, the newest first. What a
-- publication has moved stands with one team; for all of them it would be all there is.
SELECT
  entry.team, entry.type, entry.points, entry.reason, entry.team_status, entry.event_id,
  (extract(epoch FROM entry.committed_at) * 1000)::float8 AS committed_ms
FROM ledger_entry entry
WHERE entry.hunt = $1
  AND (($2 = '' AND entry.part = 0) OR entry.team = $2)
  AND entry.reason IS NOT NULL
  AND NOT EXISTS (
    SELECT FROM ledger_epoch later
    WHERE later.partition = entry.partition
      AND later.epoch > entry.epoch
      AND later.first_position <= entry.position
  )
ORDER BY entry.epoch DESC, entry.position DESC
LIMIT $3
