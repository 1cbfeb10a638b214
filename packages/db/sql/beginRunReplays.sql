-- Notes that entries of a run are about to be sent, and answers which of them the run still holds,
-- each with the place behind which its result is to be looked for: of one that was sent before,
-- the place before its first sending, because the first result is the one that counts.
UPDATE quarantine_event AS e
SET
  replayed_at = now(), replayed_by = r.started_by, replay_outcome = 'pending',
  replay_after = CASE
    WHEN e.replay_outcome = 'pending' THEN coalesce(e.replay_after, k.after_id)
    ELSE k.after_id
  END,
  repaired = coalesce(k.repaired, e.repaired), stays_because = NULL
FROM repair_run AS r,
  unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::bytea[])
    AS k (ms, seq, stream, after_id, repaired)
WHERE r.id = $1 AND e.run_id = r.id AND e.is_claimed
  AND (e.stream_ms, e.stream_seq, e.stream) = (k.ms, k.seq, k.stream)
RETURNING
  e.stream_ms::text || '-' || e.stream_seq::text AS "streamId", e.stream,
  e.replay_after AS "afterId"
