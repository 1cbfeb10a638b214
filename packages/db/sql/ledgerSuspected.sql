-- Suspected events of one team that moved points, the newest first, void rows left out.
SELECT entry.position, entry.event_id, entry.clue, entry.points, entry.occurred_at
FROM ledger_entry entry
WHERE entry.hunt = $1 AND entry.team = $2 AND entry.part = 0
  AND entry.outcome = 'suspected' AND entry.points <> 0
  AND entry.position < $3
  AND NOT EXISTS (
    SELECT FROM ledger_epoch later
    WHERE later.partition = entry.partition
      AND later.epoch > entry.epoch
      AND later.first_position <= entry.position
  )
ORDER BY entry.position DESC
LIMIT $4
