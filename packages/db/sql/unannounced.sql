-- Publications whose event was not confirmed, oldest first. One that a later, announced version
-- of the same hunt has overtaken is left out: announcing it now would take the hunt back. So is one
-- that swaps its hunt's state: who recomputed that state announces it.
SELECT
  version.slug, version.version, version.title, version.hash, version.body, version.event_id,
  version.published_by, hunt.partition
FROM hunt_version version
JOIN hunt ON hunt.slug = version.slug
WHERE version.announced_at IS NULL
  AND version.published_at < now() - make_interval(secs => $1)
  AND NOT EXISTS (SELECT FROM republication run WHERE run.event_id = version.event_id)
  AND NOT EXISTS (
    SELECT FROM hunt_version later
    WHERE later.slug = version.slug
      AND later.version > version.version
      AND later.announced_at IS NOT NULL
  )
ORDER BY version.slug, version.version
LIMIT $2
