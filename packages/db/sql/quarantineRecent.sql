-- Refusals by cause in $5 equal spans of time from $2 (ms) on: $3 ms each, numbered from 0.
SELECT
  code, stage, type, path,
  floor((extract(epoch FROM refused_at) * 1000 - $2::float8) / $3::float8)::int AS span,
  count(*)::int AS count
FROM quarantine_event
WHERE refused_at >= to_timestamp($2::float8 / 1000)
  AND refused_at < to_timestamp(($2::float8 + $3::float8 * $5) / 1000)
  AND stream_ms >= $2::float8 - $4::float8
  AND ($1::text IS NULL OR hunt = $1)
GROUP BY code, stage, type, path, span
