-- Those who can manage the staff, locked until the end of the transaction.
SELECT id FROM "user" WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR UPDATE
