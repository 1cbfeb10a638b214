-- What a retroactive publication has moved: for each team the difference between its points by the
-- new version and what the ledger adds up to before the publication, void rows left out. Teams
-- that neither gain nor lose get no row. The rows number from 1 in the order of their names.
WITH counted AS (
  SELECT entry.team, sum(entry.points)::bigint AS points
  FROM ledger_entry entry
  WHERE entry.hunt = $5
    AND entry.partition = $1
    AND entry.position < $3
    AND NOT EXISTS (
      SELECT FROM ledger_epoch later
      WHERE later.partition = entry.partition
        AND later.epoch > entry.epoch
        AND later.first_position <= entry.position
    )
  GROUP BY entry.team
),
moved AS (
  SELECT
    team,
    coalesce(recomputed.score, 0) AS score,
    coalesce(recomputed.score, 0) - coalesce(counted.points, 0) AS points
  FROM unnest($8::text[], $9::bigint[]) AS recomputed (team, score)
  FULL JOIN counted USING (team)
)
INSERT INTO ledger_entry (
  partition, epoch, position, part, event_id, hunt, team, player, type, outcome, verdict,
  points, score, version, rules, occurred_at, committed_at, reason
)
SELECT
  $1, $2, $3, row_number() OVER (ORDER BY team COLLATE "C"), $4::uuid, $5, team, team,
  'hunt.published.v1', 'accepted', 'noted', points::int, score, $6, '{}',
  to_timestamp($7::float8 / 1000.0), to_timestamp($7::float8 / 1000.0), $10
FROM moved
WHERE points <> 0
ON CONFLICT (partition, epoch, position, part) DO NOTHING
