-- What the twin knows of a hunt. Of two runs at once the later look at the live state stands,
-- unless it is dated $13 ms ahead.
INSERT INTO twin_hunt (
  hunt, partition, epoch, position, events, is_whole, board, points, outcomes, divergence,
  differences, at
)
VALUES (
  $1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9::jsonb, $10, $11::jsonb,
  to_timestamp($12::float8 / 1000)
)
ON CONFLICT (hunt) DO UPDATE
SET partition = excluded.partition, epoch = excluded.epoch, position = excluded.position,
  events = excluded.events, is_whole = excluded.is_whole, board = excluded.board,
  points = excluded.points, outcomes = excluded.outcomes, divergence = excluded.divergence,
  differences = excluded.differences, at = excluded.at
WHERE twin_hunt.at <= excluded.at
  OR twin_hunt.at > excluded.at + $13::float8 * interval '1 millisecond'
