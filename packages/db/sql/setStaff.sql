-- Changes the role of a member of the staff ($2) or whether they may sign in ($3 is true when not);
-- null leaves either as it is.
UPDATE "user"
SET
  role = coalesce($2::text, role),
  disabled_at = CASE
    WHEN $3::boolean IS NULL THEN disabled_at
    WHEN $3::boolean THEN coalesce(disabled_at, now())
  END,
  updated_at = now()
WHERE id = $1
