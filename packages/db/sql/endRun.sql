-- Ends a run that still runs, and gives back what it holds. What is on its way to be decided it
-- keeps: its outcome is noted when it is known.
WITH ended AS (
  UPDATE repair_run
  SET state = $2, says = $3, ended_at = now(), holder = NULL, held_until = NULL
  WHERE id = $1 AND state = 'running'
  RETURNING id
),
given_back AS (
  UPDATE quarantine_event AS e
  SET is_claimed = false
  FROM ended
  WHERE e.run_id = ended.id AND e.is_claimed AND e.replay_outcome IS DISTINCT FROM 'pending'
)
SELECT id FROM ended
