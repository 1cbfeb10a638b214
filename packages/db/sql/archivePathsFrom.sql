SELECT path
FROM archive_file
WHERE partition = $1 AND last_position >= $2
