-- Rows that are whole: what stood before has been added to them. `lag` travels as the text of an
-- array, because unnest would flatten an array of arrays.
INSERT INTO rollup (width_s, at, hunt, tick, unmet, covered, has_worker, has_ingest, lag, oldest_ms)
SELECT width_s, to_timestamp(at_ms / 1000.0), hunt, tick, unmet, covered, has_worker, has_ingest,
  lag::int[], oldest_ms
FROM unnest(
  $1::int[], $2::float8[], $3::text[], $4::jsonb[], $5::jsonb[], $6::json[], $7::boolean[],
  $8::boolean[], $9::text[], $10::int[]
) AS batch (width_s, at_ms, hunt, tick, unmet, covered, has_worker, has_ingest, lag, oldest_ms)
ON CONFLICT (width_s, hunt, at) DO UPDATE
SET tick = excluded.tick,
  unmet = excluded.unmet,
  covered = excluded.covered,
  has_worker = excluded.has_worker,
  has_ingest = excluded.has_ingest,
  lag = excluded.lag,
  oldest_ms = excluded.oldest_ms
