-- The holder of a run says that it is at it until $3 ms from now. No row: the run has ended, or
-- another holder is believed to be at it.
UPDATE repair_run
SET holder = $2, held_until = now() + $3::float8 * interval '1 millisecond'
WHERE id = $1 AND state = 'running' AND (holder IS NULL OR holder = $2 OR held_until < now())
RETURNING id
