SELECT epoch, "offset"
FROM sink_cursor
WHERE sink = $1 AND stream = $2
