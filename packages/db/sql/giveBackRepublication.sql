-- The holder stops before the end, and not because of the run: it does not count as a try.
UPDATE republication
SET held_until = NULL, holder = NULL, tries = tries - 1
WHERE id = $1 AND state IN ('running', 'swapping') AND holder = $2
