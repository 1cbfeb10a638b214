-- Signs a member of the staff ($1) out everywhere.
DELETE FROM session WHERE user_id = $1
