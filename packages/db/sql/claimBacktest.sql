-- Takes a run for a holder until $3 ms from now. No row: it has ended, somebody is at it, or at
-- another one.
UPDATE backtest_run AS r
SET state = 'running', holder = $2, held_until = now() + $3::float8 * interval '1 millisecond',
  started_at = coalesce(started_at, now()), tries = tries + 1, done = 0
WHERE r.id = $1
  AND r.state IN ('waiting', 'running')
  AND (r.holder IS NULL OR r.held_until < now())
  AND NOT EXISTS (
    SELECT 1 FROM backtest_run AS other
    WHERE other.id <> r.id AND other.state = 'running' AND other.held_until > now()
  )
RETURNING r.hunt, r.scope, r.draft, r.tries
