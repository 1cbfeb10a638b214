-- The board of a hunt at an instant (null: now): what the entries up to it add up to, and what
-- operators had made of each team by then. Void rows count for nothing, banned teams have no rank,
-- and teams of playtesters are on no board.
WITH kept AS (
  SELECT
    entry.team, entry.points, entry.team_status, entry.is_playtest, entry.partition, entry.epoch,
    entry.position
  FROM ledger_entry entry
  WHERE entry.hunt = $1
    AND ($2::float8 IS NULL OR entry.committed_at <= to_timestamp($2::float8 / 1000.0))
    AND NOT EXISTS (
      SELECT FROM ledger_epoch later
      WHERE later.partition = entry.partition
        AND later.epoch > entry.epoch
        AND later.first_position <= entry.position
    )
),
score AS (
  SELECT team, sum(points)::bigint AS score FROM kept GROUP BY team HAVING NOT bool_or(is_playtest)
),
status AS (
  SELECT DISTINCT ON (team) team, team_status
  FROM kept
  WHERE team_status IS NOT NULL
  ORDER BY team, epoch DESC, position DESC
)
SELECT
  rank() OVER (ORDER BY score.score DESC)::int AS rank,
  score.team, score.score, coalesce(status.team_status, 'playing') AS status,
  count(*) OVER ()::int AS teams
FROM score
LEFT JOIN status ON status.team = score.team
WHERE coalesce(status.team_status, 'playing') <> 'banned'
ORDER BY score.score DESC, score.team COLLATE "C"
LIMIT $3
