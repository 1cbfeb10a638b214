-- A partition's events in log order, for folding them again: no sort, because files are named in
-- the order of the log and each was written in it. Numbers as doubles, exact below 2^53.
SELECT
  position::DOUBLE AS position,
  epoch_us(applied_at)::DOUBLE AS applied_us,
  hunt, event_id::VARCHAR AS event_id, source, type, player, team,
  epoch_ms(time)::DOUBLE AS time_ms,
  epoch_ms(sent_at)::DOUBLE AS sent_ms,
  epoch_us(received_at)::DOUBLE AS received_us,
  data::VARCHAR AS data,
  outcome, verdict, clue, points, version, extras
FROM events
WHERE partition = :partition AND position > :after AND position < :before AND :condition
