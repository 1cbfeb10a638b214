-- Events of a hunt with an entry that is open, whoever is at it.
SELECT DISTINCT event_id
FROM quarantine_event
WHERE event_id = ANY($2::text[]) AND hunt = $1 AND state = 'open'
