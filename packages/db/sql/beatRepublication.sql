-- The holder is at it still, and has come so far. No row: the run has ended or is another's.
UPDATE republication
SET held_until = now() + $3::float8 * interval '1 millisecond',
  done = greatest(done, $4), total = greatest(total, $5)
WHERE id = $1 AND state IN ('running', 'swapping') AND holder = $2
RETURNING id
