-- A place of the batch that another event already holds, if there is one.
SELECT batch.epoch, batch.position
FROM unnest($2::bigint[], $3::bigint[], $4::uuid[]) AS batch (epoch, position, event_id)
JOIN ledger_entry stored
  ON stored.partition = $1
  AND stored.epoch = batch.epoch
  AND stored.position = batch.position
  AND stored.part = 0
WHERE stored.event_id <> batch.event_id
LIMIT 1
