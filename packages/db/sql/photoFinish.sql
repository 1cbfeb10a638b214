-- The first solves of a hunt, or of one of its clues (empty: all), in the order of the log, which
-- is the one that counts, each with its place among them by the time its device gave. Teams of
-- playtesters take nobody's place.
SELECT
  first.*,
  row_number() OVER (ORDER BY first.occurred_ms, first.arrived)::int AS happened
FROM (
  SELECT
    entry.team, entry.clue, entry.points, entry.event_id,
    (extract(epoch FROM entry.occurred_at) * 1000)::float8 AS occurred_ms,
    (extract(epoch FROM entry.committed_at) * 1000)::float8 AS committed_ms,
    row_number() OVER (ORDER BY entry.partition, entry.epoch, entry.position)::int AS arrived
  FROM ledger_entry entry
  WHERE entry.hunt = $1
    AND ($2 = '' OR entry.clue = $2)
    AND entry.verdict = 'solved'
    AND NOT entry.is_playtest
    AND NOT EXISTS (
      SELECT FROM ledger_epoch later
      WHERE later.partition = entry.partition
        AND later.epoch > entry.epoch
        AND later.first_position <= entry.position
    )
  ORDER BY arrived
  LIMIT $3
) first
ORDER BY first.arrived
