-- The board of a hunt, from its events.
SELECT team, sum(points) AS score
FROM events
WHERE hunt = :hunt
GROUP BY team
HAVING sum(points) <> 0
ORDER BY score DESC, team
LIMIT :limit
