-- Which clues were suggested, by hunt, in pieces of a span that are each filled with rows of one
-- width. $4 is a hunt, or empty for all together.
SELECT row.covered
FROM unnest($1::int[], $2::float8[], $3::float8[]) AS piece (width_s, from_ms, to_ms)
JOIN rollup row
  ON row.width_s = piece.width_s
  AND row.at >= to_timestamp(piece.from_ms / 1000.0)
  AND row.at < to_timestamp(piece.to_ms / 1000.0)
WHERE row.hunt = $4
ORDER BY row.at
