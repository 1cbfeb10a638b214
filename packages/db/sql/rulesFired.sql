-- How often each rule of a hunt has fired since a moment, with what moved points or solved a clue;
-- void rows left out. Of more than $3 rows the newest are counted.
WITH newest AS (
  SELECT entry.rules
  FROM ledger_entry entry
  WHERE entry.hunt = $1
    AND entry.committed_at >= to_timestamp($2::float8 / 1000.0)
    AND entry.part = 0
    AND NOT EXISTS (
      SELECT FROM ledger_epoch later
      WHERE later.partition = entry.partition
        AND later.epoch > entry.epoch
        AND later.first_position <= entry.position
    )
  ORDER BY entry.committed_at DESC
  LIMIT $3
)
SELECT rule, count(*)::int AS fired
FROM newest, unnest(newest.rules) AS rule
WHERE rule <> ''
GROUP BY rule
