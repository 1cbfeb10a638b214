-- The first solves of a hunt, or of one of its clues (empty: all), in the order of the log, which
-- is the one that counts, each with its place among all of them by the time its device gave.
SELECT solve.*
FROM (
  SELECT
    entry.team, entry.clue, entry.points, entry.event_id, entry.position,
    (extract(epoch FROM entry.occurred_at) * 1000)::float8 AS occurred_ms,
    (extract(epoch FROM entry.committed_at) * 1000)::float8 AS committed_ms,
    row_number() OVER (ORDER BY entry.partition, entry.epoch, entry.position)::int AS arrived,
    row_number() OVER (
      ORDER BY entry.occurred_at, entry.partition, entry.epoch, entry.position
    )::int AS happened
  FROM ledger_entry entry
  WHERE entry.hunt = $1
    AND ($2 = '' OR entry.clue = $2)
    AND entry.verdict = 'solved'
    AND NOT EXISTS (
      SELECT FROM ledger_epoch later
      WHERE later.partition = entry.partition
        AND later.epoch > entry.epoch
        AND later.first_position <= entry.position
    )
) solve
ORDER BY solve.arrived
LIMIT $3
