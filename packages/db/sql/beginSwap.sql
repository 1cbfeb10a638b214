-- From here on the run's event may stand in the log. No row: the run has ended or is another's.
UPDATE republication
SET state = 'swapping', event_id = $3::uuid, after_id = $4
WHERE id = $1 AND state = 'running' AND holder = $2
RETURNING id
