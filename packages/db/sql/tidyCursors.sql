-- Forgets streams of processes that have told nothing for so long that their streams are gone. The
-- gate of all streams stays, and so does the note that history was generated, which is once.
DELETE FROM sink_cursor
WHERE sink = $1 AND updated_at < now() - make_interval(secs => $2)
  AND stream NOT IN ('*', 'generated')
