-- Rows of one width and one hunt (empty: all) in a span, oldest first. The primary key gives them
-- in one stretch. What is told by hunt is read where it is asked for. Who told of a time and how
-- far behind it was stand with all hunts only.
SELECT
  row.width_s, (extract(epoch FROM row.at) * 1000)::float8 AS at_ms, row.hunt, row.tick,
  '{}'::jsonb AS unmet, '{}'::json AS covered,
  row.has_worker, row.has_ingest, row.lag, row.oldest_ms
FROM rollup row
WHERE row.width_s = $1
  AND row.hunt = $2
  AND row.at >= to_timestamp($3::float8 / 1000.0)
  AND row.at < to_timestamp($4::float8 / 1000.0)
ORDER BY row.at
LIMIT $5
