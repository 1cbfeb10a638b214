-- What hunts' expectations were not met in a span, by the rows of all hunts that tell of any,
-- oldest first. $2 is a hunt, or empty for every one.
SELECT (extract(epoch FROM row.at) * 1000)::float8 AS at_ms, told.details
FROM rollup row
CROSS JOIN LATERAL (
  SELECT jsonb_object_agg(hunt, jsonb_build_object('unmet', detail -> 'unmet')) AS details
  FROM jsonb_each(row.details) AS each (hunt, detail)
  WHERE detail ? 'unmet' AND ($2 = '' OR hunt = $2)
) told
WHERE row.width_s = $1
  AND row.hunt = ''
  AND row.at >= to_timestamp($3::float8 / 1000.0)
  AND row.at < to_timestamp($4::float8 / 1000.0)
  AND told.details IS NOT NULL
ORDER BY row.at
