-- What the swap has moved stands in the ledger: the run is done, and the draft it was goes on from
-- the version it has become, unless it was changed meanwhile. No row: it was done before.
WITH run AS (
  UPDATE republication
  SET state = 'done', teams_moved = $3, done = total, ended_at = now(), holder = NULL,
    held_until = NULL
  WHERE id = $1 AND state = 'swapping' AND holder = $2
  RETURNING id, event_id, hunt, draft, base_version
),
announced AS (
  UPDATE hunt_version version
  SET announced_at = now()
  FROM run
  WHERE version.event_id = run.event_id AND version.announced_at IS NULL
),
rebased AS (
  UPDATE hunt_draft draft
  SET base_version = run.base_version + 1
  FROM run
  WHERE draft.slug = run.hunt AND draft.source = run.draft
)
SELECT id FROM run
