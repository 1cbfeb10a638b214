-- Deletes photos whose time is over, a bounded number at once.
DELETE FROM photo
WHERE id IN (
  SELECT id FROM photo
  WHERE uploaded_at < now() - make_interval(days => $1)
  ORDER BY uploaded_at
  LIMIT $2
)
