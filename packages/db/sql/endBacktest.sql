-- Ends a run that has not ended. With a holder, only while that one is at it.
UPDATE backtest_run
SET state = $2, says = $3, result = $4::jsonb, ended_at = now(), holder = NULL, held_until = NULL,
  done = CASE WHEN $2 = 'done' THEN total ELSE done END
WHERE id = $1 AND state IN ('waiting', 'running') AND ($5::text IS NULL OR holder = $5)
RETURNING id
