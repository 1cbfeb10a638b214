-- Gives a run those of the entries that are open and that nobody is at ($5: a replay by hand that
-- began less than so many ms ago is somebody's). Locked in the order of their keys, so that two
-- runs that start on the same entries wait for each other and never in a circle.
WITH free AS (
  SELECT e.stream_ms, e.stream_seq, e.stream
  FROM quarantine_event AS e
  JOIN unnest($2::bigint[], $3::bigint[], $4::text[]) AS k (ms, seq, stream)
    ON (e.stream_ms, e.stream_seq, e.stream) = (k.ms, k.seq, k.stream)
  WHERE e.state = 'open' AND NOT e.is_claimed
    AND (
      e.replay_outcome IS DISTINCT FROM 'pending'
      OR e.replayed_at < now() - $5::float8 * interval '1 millisecond'
    )
  ORDER BY e.stream_ms, e.stream_seq, e.stream
  FOR UPDATE OF e
)
UPDATE quarantine_event AS e
SET run_id = $1, is_claimed = true
FROM free AS f
WHERE (e.stream_ms, e.stream_seq, e.stream) = (f.stream_ms, f.stream_seq, f.stream)
