-- Deletes a bounded number of entries in one state that were refused more than $2 days ago; those
-- that somebody is at stay until they are let go.
DELETE FROM quarantine_event
WHERE (stream_ms, stream_seq, stream) IN (
  SELECT stream_ms, stream_seq, stream
  FROM quarantine_event
  WHERE state = $1
    AND stream_ms < (extract(epoch FROM now() - make_interval(days => $2)) * 1000)::bigint
    AND NOT is_claimed AND replay_outcome IS DISTINCT FROM 'pending'
  ORDER BY stream_ms, stream_seq, stream
  LIMIT $3
  FOR UPDATE SKIP LOCKED
)
