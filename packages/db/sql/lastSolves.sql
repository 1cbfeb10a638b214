-- When each team of a hunt last solved a clue.
SELECT
  entry.team,
  (extract(epoch FROM max(entry.committed_at)) * 1000)::float8 AS solved_ms
FROM ledger_entry entry
WHERE entry.hunt = $1
  AND entry.verdict = 'solved'
  AND NOT EXISTS (
    SELECT FROM ledger_epoch later
    WHERE later.partition = entry.partition
      AND later.epoch > entry.epoch
      AND later.first_position <= entry.position
  )
GROUP BY entry.team
LIMIT $2
