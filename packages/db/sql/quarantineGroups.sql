-- The newest refusals ($2 of them) of one hunt or of all ($1 null), by cause; the most frequent
-- causes first. The bound keeps the answer quick however much was ever refused.
WITH newest AS (
  SELECT code, stage, type, path, detail, refused_at, replayed_at
  FROM quarantine_event
  WHERE $1::text IS NULL OR hunt = $1
  ORDER BY stream_ms DESC, stream_seq DESC, stream DESC
  LIMIT $2
)
SELECT
  code, stage, type, path,
  count(*)::int AS count,
  count(replayed_at)::int AS replayed,
  min(detail) AS example,
  min(refused_at) AS first_at,
  max(refused_at) AS last_at
FROM newest
GROUP BY code, stage, type, path
ORDER BY count DESC, code, type, path
LIMIT $3
