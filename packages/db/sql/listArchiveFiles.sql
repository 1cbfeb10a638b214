-- The manifest in the order of the logs; each filter is left out by a NULL.
SELECT
  partition, epoch, first_position, last_position, first_log_id, last_log_id, path, rows, bytes,
  sha256, min_time, max_time, min_id_time, max_id_time, hunts, written_at
FROM archive_file
WHERE ($1::int IS NULL OR partition = $1)
  AND ($2::text IS NULL OR $2 = ANY (hunts))
ORDER BY partition, first_position, epoch
LIMIT $3
