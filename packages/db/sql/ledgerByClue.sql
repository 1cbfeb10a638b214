-- Points of each clue of a hunt up to a position of its partition, void rows left out. What belongs
-- to no clue stands under the empty text.
SELECT coalesce(entry.clue, '') AS clue, sum(entry.points)::bigint AS points
FROM ledger_entry entry
WHERE entry.hunt = $1
  AND entry.partition = $2
  AND entry.position < $3
  AND NOT EXISTS (
    SELECT FROM ledger_epoch later
    WHERE later.partition = entry.partition
      AND later.epoch > entry.epoch
      AND later.first_position <= entry.position
  )
GROUP BY 1
HAVING sum(entry.points) <> 0
