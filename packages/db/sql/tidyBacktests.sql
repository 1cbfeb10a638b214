-- Forgets the oldest ended runs of a hunt.
DELETE FROM backtest_run
WHERE id IN (
  SELECT id FROM backtest_run
  WHERE hunt = $1 AND state NOT IN ('waiting', 'running')
  ORDER BY asked_at DESC
  OFFSET $2
)
