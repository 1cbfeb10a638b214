-- Ends a run of which nothing has been published yet. With a holder, only while that one is at it.
UPDATE republication
SET state = $2, says = $3, ended_at = now(), holder = NULL, held_until = NULL
WHERE id = $1 AND state IN ('waiting', 'running') AND ($4::text IS NULL OR holder = $4)
RETURNING id
