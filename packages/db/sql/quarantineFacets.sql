-- The newest refusals ($1 of them) within a filter ($2 hunt, $3 code, $4 stage, $5 type, $6 path,
-- $7 version, $8 state, $9 and $10 from and to in ms, $11 the last of its stream; null is no
-- matter), counted by each of what one filters by; the most frequent $12 values of each.
WITH newest AS (
  SELECT code, hunt, type, hunt_version
  FROM quarantine_event
  WHERE ($2::text IS NULL OR hunt = $2)
    AND ($3::text IS NULL OR code = $3)
    AND ($4::text IS NULL OR stage = $4)
    AND ($5::text IS NULL OR type = $5)
    AND ($6::text IS NULL OR path = $6)
    AND ($7::int IS NULL OR hunt_version = $7)
    AND ($8::text IS NULL OR state = $8)
    AND ($9::bigint IS NULL OR refused_at >= to_timestamp($9::bigint / 1000.0))
    AND ($9::bigint IS NULL OR stream_ms >= $9::bigint)
    AND ($10::bigint IS NULL OR refused_at < to_timestamp($10::bigint / 1000.0))
    AND ($11::bigint IS NULL OR stream_ms < $11::bigint)
  ORDER BY stream_ms DESC, stream_seq DESC, stream DESC
  LIMIT $1
),
counted AS (
  SELECT
    CASE
      WHEN grouping(code) = 0 THEN 'code'
      WHEN grouping(hunt) = 0 THEN 'hunt'
      WHEN grouping(type) = 0 THEN 'type'
      ELSE 'version'
    END AS facet,
    coalesce(code, hunt, type, hunt_version::text) AS value,
    count(*)::int AS count
  FROM newest
  GROUP BY GROUPING SETS ((code), (hunt), (type), (hunt_version))
),
ranked AS (
  SELECT facet, value, count, row_number() OVER (PARTITION BY facet ORDER BY count DESC) AS rank
  FROM counted
)
SELECT facet, value, count FROM ranked WHERE rank <= $12 ORDER BY facet, count DESC, value
