-- When each of these teams solved its clues, and what it got for them.
SELECT
  entry.team, entry.clue, entry.points,
  (extract(epoch FROM entry.committed_at) * 1000)::float8 AS committed_ms
FROM ledger_entry entry
WHERE entry.hunt = $1
  AND entry.team = ANY ($2::text[])
  AND entry.verdict = 'solved'
  AND NOT EXISTS (
    SELECT FROM ledger_epoch later
    WHERE later.partition = entry.partition
      AND later.epoch > entry.epoch
      AND later.first_position <= entry.position
  )
ORDER BY entry.epoch, entry.position
LIMIT $3
