-- How far a sink is in each of its streams.
SELECT stream, "offset"
FROM sink_cursor
WHERE sink = $1
