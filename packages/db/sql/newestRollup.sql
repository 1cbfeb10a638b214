-- End of the newest row of a width of all hunts: history is known up to there.
SELECT (extract(epoch FROM max(at)) * 1000)::float8 + $1 * 1000 AS to_ms
FROM rollup
WHERE width_s = $1 AND hunt = '' AND at <= to_timestamp($2::float8 / 1000.0)
