-- Notes what became of a replay: the last one, but one that counted stands.
UPDATE quarantine_event
SET replayed_at = to_timestamp($4::float8 / 1000), replayed_by = $5, replay_outcome = $6
WHERE stream_ms = $1 AND stream_seq = $2 AND stream = $3
  AND (replay_outcome IS NULL OR replay_outcome NOT IN ('accepted', 'replayed'))
