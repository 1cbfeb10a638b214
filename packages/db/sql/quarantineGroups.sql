-- The newest refusals ($2 of them) within a filter ($1 hunt, $7 code, $8 stage, $9 type, $10 path,
-- $11 version, $12 state, $13 and $14 from and to in ms, $15 the last of its stream; null is no
-- matter), by cause; the most frequent $3 causes first, each with its counts in $6 equal spans of
-- time from $4 (ms) on, $5 ms each, by the number of the span, and with how far the streams were
-- copied when it was counted. The bound keeps the answer quick however much was ever refused.
WITH newest AS (
  SELECT
    code, stage, type, path, detail, refused_at, replayed_at,
    floor((extract(epoch FROM refused_at) * 1000 - $4::float8) / $5::float8)::bigint AS span
  FROM quarantine_event
  WHERE ($1::text IS NULL OR hunt = $1)
    AND ($7::text IS NULL OR code = $7)
    AND ($8::text IS NULL OR stage = $8)
    AND ($9::text IS NULL OR type = $9)
    AND ($10::text IS NULL OR path = $10)
    AND ($11::int IS NULL OR hunt_version = $11)
    AND ($12::text IS NULL OR state = $12)
    AND ($13::bigint IS NULL OR refused_at >= to_timestamp($13::bigint / 1000.0))
    AND ($13::bigint IS NULL OR stream_ms >= $13::bigint)
    AND ($14::bigint IS NULL OR refused_at < to_timestamp($14::bigint / 1000.0))
    AND ($15::bigint IS NULL OR stream_ms < $15::bigint)
  ORDER BY stream_ms DESC, stream_seq DESC, stream DESC
  LIMIT $2
),
spans AS (
  SELECT code, stage, type, path, span, count(*)::int AS count
  FROM newest
  WHERE span >= 0 AND span < $6
  GROUP BY code, stage, type, path, span
),
recent AS (
  SELECT code, stage, type, path, json_object_agg(span, count) AS counts
  FROM spans
  GROUP BY code, stage, type, path
)
SELECT
  code, stage, type, path,
  count(*)::int AS count,
  count(replayed_at)::int AS replayed,
  min(detail) AS example,
  min(refused_at) AS first_at,
  max(refused_at) AS last_at,
  (
    SELECT counts FROM recent AS r
    WHERE (r.code, r.stage, r.type, r.path) = (n.code, n.stage, n.type, n.path)
  ) AS recent,
  (
    SELECT json_object_agg(stream, "offset") FROM sink_cursor WHERE sink = 'quarantine'
  ) AS extent
FROM newest AS n
GROUP BY code, stage, type, path
ORDER BY count DESC, code, type, path
LIMIT $3
