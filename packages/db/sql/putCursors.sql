-- Moves a sink's cursors in several streams, making those it did not have yet.
INSERT INTO sink_cursor (sink, stream, epoch, "offset", updated_at)
SELECT $1, stream, 0, "offset", now()
FROM unnest($2::text[], $3::text[]) AS batch (stream, "offset")
ON CONFLICT (sink, stream) DO UPDATE
SET "offset" = excluded."offset", updated_at = excluded.updated_at
