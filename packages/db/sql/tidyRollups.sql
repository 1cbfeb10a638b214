-- Takes away a bounded number of rows of one width that are older than it is kept.
DELETE FROM rollup
WHERE (width_s, hunt, at) IN (
  SELECT width_s, hunt, at
  FROM rollup
  WHERE width_s = $1 AND at < now() - make_interval(secs => $2)
  ORDER BY at
  LIMIT $3
)
