-- Asks for a backtest unless too many wait already. No row: too many.
INSERT INTO backtest_run (id, hunt, asked_by, scope, draft, draft_hash)
SELECT $1::uuid, $2, $3, $4::jsonb, $5, $6
WHERE (SELECT count(*) FROM backtest_run WHERE state IN ('waiting', 'running')) < $7::int
RETURNING id
