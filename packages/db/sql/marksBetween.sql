-- The newest marks of a span, of one hunt and of the whole installation, or of all.
SELECT kind, id, (extract(epoch FROM at) * 1000)::float8 AS at_ms, hunt, subject
FROM history_mark
WHERE at >= to_timestamp($1::float8 / 1000.0)
  AND at < to_timestamp($2::float8 / 1000.0)
  AND ($3 = '' OR hunt IN ('', $3))
ORDER BY at DESC, kind, id
LIMIT $4
