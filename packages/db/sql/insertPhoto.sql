-- Keeps a photo that is not there yet, unless its team has as many as it may. Uploads of a team at
-- the same moment do not see each other, so that a few more may come in than the bound says.
INSERT INTO photo (id, hunt, team, clue, player, image, width_px, height_px)
SELECT $1, $2, $3, $4, $5, $6, $7, $8
WHERE (SELECT count(*) FROM photo WHERE hunt = $2 AND team = $3) < $9
ON CONFLICT (id) DO NOTHING
