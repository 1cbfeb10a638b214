-- Gives a member of the staff ($1) a new password ($2, encoded), takes the second factor off and
-- signs them out everywhere, all at once.
WITH factors AS (
  DELETE FROM two_factor WHERE user_id = $1
), sessions AS (
  DELETE FROM session WHERE user_id = $1
), member AS (
  UPDATE "user" SET two_factor_enabled = false, updated_at = now() WHERE id = $1
)
UPDATE account
SET password = $2, updated_at = now()
WHERE user_id = $1 AND provider_id = 'credential'
