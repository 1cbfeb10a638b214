-- One batch of one partition. A row that stands already is left as it is: the key is a place in
-- the log, and what stands at a place of one epoch never changes. `rules` travels joined by
-- commas, because unnest would flatten an array of arrays.
INSERT INTO ledger_entry (
  partition, epoch, position, event_id, hunt, team, player, type, outcome, verdict, clue,
  points, score, version, rules, occurred_at, committed_at, reason, team_status,
  is_playtest
)
SELECT
  $1, epoch, position, event_id, hunt, team, player, type, outcome, verdict, clue,
  points, score, version, string_to_array(rules, ','),
  to_timestamp(occurred_ms / 1000.0), to_timestamp(committed_ms / 1000.0), reason, team_status,
  is_playtest
FROM unnest(
  $2::bigint[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[],
  $9::text[], $10::text[], $11::text[], $12::int[], $13::bigint[], $14::int[], $15::text[],
  $16::float8[], $17::float8[], $18::text[], $19::text[], $20::boolean[]
) AS batch (
  epoch, position, event_id, hunt, team, player, type, outcome, verdict, clue, points, score,
  version, rules, occurred_ms, committed_ms, reason, team_status, is_playtest
)
ON CONFLICT (partition, epoch, position, part) DO NOTHING
