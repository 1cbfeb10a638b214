-- A proof or its failure, and no more of them than are kept. What is dated $9 ms ahead of it goes.
WITH tidied AS (
  DELETE FROM reconciliation
  WHERE at > to_timestamp(($1::float8 + $9::float8) / 1000)
    OR at IN (SELECT at FROM reconciliation ORDER BY at DESC OFFSET $8)
)
INSERT INTO reconciliation (at, took_ms, hunts, events, divergence, says, details)
VALUES (to_timestamp($1::float8 / 1000), $2, $3, $4, $5, $6, $7::jsonb)
ON CONFLICT (at) DO NOTHING
