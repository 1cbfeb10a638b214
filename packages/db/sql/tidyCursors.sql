-- Forgets streams of processes that have told nothing for so long that their streams are gone.
DELETE FROM sink_cursor
WHERE sink = $1 AND updated_at < now() - make_interval(secs => $2)
