-- Locks a hunt to the end of the transaction, making it first if need be. The partition of an
-- existing hunt stays what it was.
INSERT INTO hunt (slug, title, partition, updated_at)
VALUES ($1, $2, $3, now())
ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug
RETURNING partition, last_version
