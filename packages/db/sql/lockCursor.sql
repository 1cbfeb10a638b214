-- Locks a sink's cursor row to the end of the transaction, making it first if need be, and
-- answers where it stands. The update changes nothing; it is what takes the lock on either path.
INSERT INTO sink_cursor (sink, stream, epoch, "offset", updated_at)
VALUES ($1, $2, 0, '0-0', now())
ON CONFLICT (sink, stream) DO UPDATE SET sink = excluded.sink
RETURNING epoch, "offset"
