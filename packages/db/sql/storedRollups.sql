-- The rows that stand already among those a batch is about to add to. Nobody else writes rows of
-- this table meanwhile: the batch holds the lock of the sink's gate.
SELECT
  stored.width_s, (extract(epoch FROM stored.at) * 1000)::float8 AS at_ms, stored.hunt,
  stored.tick, stored.unmet, stored.covered,
  stored.has_worker, stored.has_ingest, stored.lag, stored.oldest_ms
FROM unnest($1::int[], $2::float8[], $3::text[]) AS batch (width_s, at_ms, hunt)
JOIN rollup stored
  ON stored.width_s = batch.width_s
  AND stored.hunt = batch.hunt
  AND stored.at = to_timestamp(batch.at_ms / 1000.0)
