-- The holder is at it still, and has come so far. No row: the run has ended or is another's.
UPDATE backtest_run
SET held_until = now() + $3::float8 * interval '1 millisecond', done = $4, total = $5
WHERE id = $1 AND state = 'running' AND holder = $2
RETURNING id
