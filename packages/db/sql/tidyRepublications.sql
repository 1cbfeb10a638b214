-- Forgets the oldest ended runs of a hunt, and with them the drafts they were asked for with.
DELETE FROM republication
WHERE id IN (
  SELECT id FROM republication
  WHERE hunt = $1 AND state NOT IN ('waiting', 'running', 'swapping')
  ORDER BY asked_at DESC
  OFFSET $2
)
