-- A run of the twin, and no more of them than are kept. What is dated $11 ms ahead of it goes.
WITH tidied AS (
  DELETE FROM twin_run
  WHERE at > to_timestamp(($1::float8 + $11::float8) / 1000)
    OR at IN (SELECT at FROM twin_run ORDER BY at DESC OFFSET $10)
)
INSERT INTO twin_run (at, every_s, took_ms, cpu_ms, events, hunts, divergence, questions, says)
VALUES (to_timestamp($1::float8 / 1000), $2, $3, $4, $5, $6, $7, $8::jsonb, $9)
ON CONFLICT (at) DO NOTHING
