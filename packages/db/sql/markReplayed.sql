-- Notes what became of a replay: the last one, but one that counted stands. $7 is the state it
-- leads to.
UPDATE quarantine_event
SET
  replayed_at = to_timestamp($4::float8 / 1000), replayed_by = $5, replay_outcome = $6,
  state = $7
WHERE stream_ms = $1 AND stream_seq = $2 AND stream = $3
  AND NOT is_claimed AND state <> 'discarded'
  AND (replay_outcome IS NULL OR replay_outcome NOT IN ('accepted', 'replayed'))
