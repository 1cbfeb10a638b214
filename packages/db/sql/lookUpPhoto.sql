-- Whether an upload is kept already, and how many photos its team has.
SELECT
  (SELECT count(*)::int FROM photo WHERE hunt = $2 AND team = $3) AS "ofTeam",
  (SELECT width_px FROM photo WHERE id = $1) AS "widthPx",
  (SELECT height_px FROM photo WHERE id = $1) AS "heightPx"
