UPDATE sink_cursor
SET epoch = $3, "offset" = $4, updated_at = now()
WHERE sink = $1 AND stream = $2
