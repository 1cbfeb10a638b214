-- Notes what became of entries, gives them back, and counts each once in the run that held it.
-- A null outcome is no replay: the entry stays as it was, for the reason given if any.
WITH held AS (
  SELECT
    e.stream_ms, e.stream_seq, e.stream, k.outcome, k.state, k.stays,
    CASE WHEN e.is_claimed THEN e.run_id END AS run_id,
    k.outcome IS NULL AND e.replay_outcome = 'pending' AS is_undone
  FROM quarantine_event AS e
  JOIN unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[])
    AS k (ms, seq, stream, outcome, state, stays)
    ON (e.stream_ms, e.stream_seq, e.stream) = (k.ms, k.seq, k.stream)
  WHERE e.is_claimed OR e.replay_outcome = 'pending'
  ORDER BY e.stream_ms, e.stream_seq, e.stream
  FOR UPDATE OF e
),
settled AS (
  UPDATE quarantine_event AS e
  SET
    replay_outcome = CASE
      WHEN h.is_undone THEN NULL ELSE coalesce(h.outcome, e.replay_outcome) END,
    replayed_at = CASE WHEN h.is_undone THEN NULL ELSE e.replayed_at END,
    replayed_by = CASE WHEN h.is_undone THEN NULL ELSE e.replayed_by END,
    repaired = CASE WHEN h.is_undone THEN NULL ELSE e.repaired END,
    state = coalesce(h.state, e.state),
    stays_because = h.stays,
    is_claimed = false
  FROM held AS h
  WHERE (e.stream_ms, e.stream_seq, e.stream) = (h.stream_ms, h.stream_seq, h.stream)
  RETURNING h.run_id, coalesce(h.outcome, 'stays') AS tally
),
tallies AS (
  SELECT run_id, tally, count(*)::int AS count
  FROM settled
  WHERE run_id IS NOT NULL
  GROUP BY run_id, tally
),
added AS (
  UPDATE repair_run AS r
  SET counts = r.counts || (
    SELECT jsonb_object_agg(t.tally, coalesce((r.counts ->> t.tally)::int, 0) + t.count)
    FROM tallies AS t
    WHERE t.run_id = r.id
  )
  WHERE r.id IN (SELECT run_id FROM tallies)
)
SELECT count(*)::int AS count FROM settled
