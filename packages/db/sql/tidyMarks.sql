-- Marks go when the widest rows of their time have gone.
DELETE FROM history_mark
WHERE (kind, id) IN (
  SELECT kind, id FROM history_mark
  WHERE at < now() - make_interval(secs => $1)
  LIMIT $2
)
