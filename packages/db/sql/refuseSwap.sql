-- The log has refused a run's event: its version never was. What came after it keeps its number.
WITH run AS (
  UPDATE republication
  SET state = 'failed', says = $3, ended_at = now(), holder = NULL, held_until = NULL
  WHERE id = $1 AND state = 'swapping' AND holder = $2
  RETURNING hunt, event_id
),
gone AS (
  DELETE FROM hunt_version version
  USING run
  WHERE version.event_id = run.event_id AND version.announced_at IS NULL
  RETURNING version.slug, version.version
)
UPDATE hunt
SET
  last_version = gone.version - 1,
  title = coalesce(
    (
      SELECT before.title
      FROM hunt_version before
      WHERE before.slug = gone.slug AND before.version = gone.version - 1
    ),
    hunt.title
  ),
  updated_at = now()
FROM gone
WHERE hunt.slug = gone.slug AND hunt.last_version = gone.version
