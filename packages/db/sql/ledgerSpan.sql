-- When the ledger's first and last entry of a hunt were committed, and how many entries there are.
SELECT
  (extract(epoch FROM min(committed_at)) * 1000)::float8 AS from_ms,
  (extract(epoch FROM max(committed_at)) * 1000)::float8 AS to_ms,
  count(*)::int AS entries
FROM ledger_entry
WHERE hunt = $1
