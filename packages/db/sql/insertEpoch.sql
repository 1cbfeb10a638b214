INSERT INTO ledger_epoch (partition, epoch, first_position)
VALUES ($1, $2, $3)
ON CONFLICT (partition, epoch) DO NOTHING
