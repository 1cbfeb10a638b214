-- Leaves entries for good: those that are open and that nobody is at, in the order of their keys,
-- so that two who discard the same wait for each other and never in a circle.
WITH free AS (
  SELECT e.stream_ms, e.stream_seq, e.stream
  FROM quarantine_event AS e
  JOIN unnest($1::bigint[], $2::bigint[], $3::text[]) AS k (ms, seq, stream)
    ON (e.stream_ms, e.stream_seq, e.stream) = (k.ms, k.seq, k.stream)
  WHERE e.state = 'open' AND NOT e.is_claimed AND e.replay_outcome IS DISTINCT FROM 'pending'
  ORDER BY e.stream_ms, e.stream_seq, e.stream
  FOR UPDATE OF e
)
UPDATE quarantine_event AS e
SET state = 'discarded', discarded_at = now(), discarded_by = $4, discard_reason = $5
FROM free AS f
WHERE (e.stream_ms, e.stream_seq, e.stream) = (f.stream_ms, f.stream_seq, f.stream)
