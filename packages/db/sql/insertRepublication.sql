-- Asks for a retroactive publication. No row: one of this hunt has not ended yet.
INSERT INTO republication (id, hunt, asked_by, draft, base_version)
VALUES ($1::uuid, $2, $3, $4, $5)
ON CONFLICT (hunt) WHERE state IN ('waiting', 'running', 'swapping') DO NOTHING
RETURNING id
