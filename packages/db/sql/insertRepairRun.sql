-- A run before it has claimed anything; the same transaction claims and counts.
INSERT INTO repair_run (id, started_by, filter, condition, patch, rate, allows_closed, total)
VALUES ($1, $2, $3, $4, $5, $6, $7, 0)
