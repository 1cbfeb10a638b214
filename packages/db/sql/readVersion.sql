SELECT version, hash, event_id, published_by, announced_at IS NOT NULL AS is_announced
FROM hunt_version
WHERE slug = $1 AND version = $2
