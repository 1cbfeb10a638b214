-- How many entries a run has claimed, within the transaction that made it.
UPDATE repair_run SET total = $2 WHERE id = $1
