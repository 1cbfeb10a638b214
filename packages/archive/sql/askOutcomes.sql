-- Events by what became of them.
SELECT outcome, count(*) AS events
FROM events
GROUP BY outcome
LIMIT :limit
