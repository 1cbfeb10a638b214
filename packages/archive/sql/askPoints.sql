-- Points by clue of a hunt, from its events.
SELECT coalesce(clue, '') AS clue, sum(points) AS points
FROM events
WHERE hunt = :hunt AND points <> 0
GROUP BY 1
LIMIT :limit
