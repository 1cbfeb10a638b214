-- Of a run that found nothing to claim, within the transaction that made it.
DELETE FROM repair_run WHERE id = $1
