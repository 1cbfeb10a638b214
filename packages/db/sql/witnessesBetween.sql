-- The rows of all hunts in a span without their figures: who told of a time, and how far behind.
SELECT
  row.width_s, (extract(epoch FROM row.at) * 1000)::float8 AS at_ms, row.hunt,
  '{}'::jsonb AS tick, '{}'::jsonb AS unmet, '{}'::json AS covered,
  row.has_worker, row.has_ingest, row.lag, row.oldest_ms
FROM rollup row
WHERE row.width_s = $1
  AND row.hunt = ''
  AND row.at >= to_timestamp($2::float8 / 1000.0)
  AND row.at < to_timestamp($3::float8 / 1000.0)
ORDER BY row.at
LIMIT $4
