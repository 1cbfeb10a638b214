WITH stored AS (
  INSERT INTO hunt_version (slug, version, title, hash, body, source, event_id, published_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)
UPDATE hunt
SET last_version = $2, title = $3, updated_at = now()
WHERE slug = $1
