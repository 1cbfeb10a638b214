-- Which runs hold the entries.
SELECT r.id::text AS id, r.started_by AS by, count(*)::int AS count
FROM quarantine_event AS e
JOIN unnest($1::bigint[], $2::bigint[], $3::text[]) AS k (ms, seq, stream)
  ON (e.stream_ms, e.stream_seq, e.stream) = (k.ms, k.seq, k.stream)
JOIN repair_run AS r ON r.id = e.run_id
WHERE e.is_claimed
GROUP BY r.id, r.started_by
ORDER BY count DESC
