-- One batch of one quarantine stream; a row that stands already is left as it is.
INSERT INTO quarantine_event (
  stream, stream_ms, stream_seq, refused_at, stage, ack, code, path, detail, event_id, hunt,
  type, source, player, team, transport, reserialised, original, original_bytes, original_sha256,
  hunt_version
)
SELECT
  $1, stream_ms, stream_seq, to_timestamp(refused_ms / 1000.0), stage, ack, code, path, detail,
  event_id, hunt, type, source, player, team, transport, reserialised, original, original_bytes,
  original_sha256, hunt_version
FROM unnest(
  $2::bigint[], $3::bigint[], $4::float8[], $5::text[], $6::text[], $7::text[], $8::text[],
  $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
  $16::text[], $17::boolean[], $18::bytea[], $19::int[], $20::text[], $21::int[]
) AS batch (
  stream_ms, stream_seq, refused_ms, stage, ack, code, path, detail, event_id, hunt, type,
  source, player, team, transport, reserialised, original, original_bytes, original_sha256,
  hunt_version
)
ON CONFLICT (stream_ms, stream_seq, stream) DO NOTHING
