-- Takes a run for a holder until $3 ms from now, who stages under a name of its own unless it is
-- too late for that. No row: it has ended, or somebody is at it.
UPDATE republication AS run
SET held_until = now() + $3::float8 * interval '1 millisecond', holder = $2::text,
  started_at = coalesce(run.started_at, now()), tries = run.tries + 1,
  state = CASE WHEN run.state = 'waiting' THEN 'running' ELSE run.state END,
  shadow = CASE WHEN run.state = 'swapping' THEN run.shadow ELSE ($2::text)::uuid END
FROM (SELECT id, shadow FROM republication WHERE id = $1 FOR UPDATE) AS before
WHERE run.id = before.id
  AND run.state IN ('waiting', 'running', 'swapping')
  AND (run.holder IS NULL OR run.held_until < now())
RETURNING run.hunt, run.asked_by, run.draft, run.base_version, run.state, run.tries, run.shadow,
  run.event_id, run.after_id, before.shadow AS left_shadow
