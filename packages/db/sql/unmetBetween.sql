-- Events of a span that did not meet an expectation, by hunt, from the rows of all hunts that tell
-- of any, oldest first. $2 is a hunt, or empty for every one.
SELECT (extract(epoch FROM row.at) * 1000)::float8 AS at_ms, row.unmet
FROM rollup row
WHERE row.width_s = $1
  AND row.hunt = ''
  AND ($2 = '' AND row.unmet <> '{}' OR row.unmet ? $2)
  AND row.at >= to_timestamp($3::float8 / 1000.0)
  AND row.at < to_timestamp($4::float8 / 1000.0)
ORDER BY row.at
