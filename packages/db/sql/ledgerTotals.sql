-- Points of each team of a hunt as the ledger adds them up, leaving void rows out.
SELECT entry.team, sum(entry.points)::bigint AS points, count(*)::bigint AS entries
FROM ledger_entry entry
WHERE entry.hunt = $1
  AND NOT EXISTS (
    SELECT FROM ledger_epoch later
    WHERE later.partition = entry.partition
      AND later.epoch > entry.epoch
      AND later.first_position <= entry.position
  )
GROUP BY entry.team
ORDER BY points DESC, entry.team
LIMIT $2
