-- Start of the newest row of a width of all hunts that began before a moment: everything before
-- that start is written.
SELECT (extract(epoch FROM max(at)) * 1000)::float8 AS to_ms
FROM rollup
WHERE width_s = $1 AND hunt = '' AND at <= to_timestamp($2::float8 / 1000.0)
