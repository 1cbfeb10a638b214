-- What the swap has moved stands in the ledger: the run is done. No row: it was before.
WITH run AS (
  UPDATE republication
  SET state = 'done', teams_moved = $3, done = total, ended_at = now(), holder = NULL,
    held_until = NULL
  WHERE id = $1 AND state = 'swapping' AND holder = $2
  RETURNING id, event_id
),
announced AS (
  UPDATE hunt_version version
  SET announced_at = now()
  FROM run
  WHERE version.event_id = run.event_id AND version.announced_at IS NULL
)
SELECT id FROM run
