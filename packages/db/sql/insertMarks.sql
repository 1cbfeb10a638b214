-- A mark that stands already is the same one, told again.
INSERT INTO history_mark (kind, id, at, hunt, subject)
SELECT kind, id, to_timestamp(at_ms / 1000.0), hunt, subject
FROM unnest($1::text[], $2::text[], $3::float8[], $4::text[], $5::text[])
  AS batch (kind, id, at_ms, hunt, subject)
ON CONFLICT (kind, id) DO NOTHING
