-- Notes that an entry is about to be sent by somebody's hand, unless somebody else is at it: a
-- run that holds it, or a replay that began less than $7 ms ago and is not decided yet. One that
-- counted keeps its note. $8 is the event as it is sent when a repair has changed it. No row: the
-- entry shows who is at it.
UPDATE quarantine_event
SET
  replayed_at = CASE WHEN has_counted THEN replayed_at ELSE to_timestamp($4::float8 / 1000) END,
  replayed_by = CASE WHEN has_counted THEN replayed_by ELSE $5 END,
  replay_outcome = CASE WHEN has_counted THEN replay_outcome ELSE 'pending' END,
  replay_after = $6,
  repaired = coalesce($8::bytea, repaired),
  stays_because = NULL
FROM (
  SELECT ctid AS place, coalesce(replay_outcome IN ('accepted', 'replayed'), false) AS has_counted
  FROM quarantine_event
  WHERE stream_ms = $1 AND stream_seq = $2 AND stream = $3
    AND NOT is_claimed AND state <> 'discarded'
    AND (
      replay_outcome IS DISTINCT FROM 'pending'
      OR replayed_at < to_timestamp(($4::float8 - $7::float8) / 1000)
    )
  FOR UPDATE
) AS free
WHERE ctid = free.place
