-- A partition's events in log order, for folding them again: no sort, because files are named in
-- the order of the log and each was written in it. Numbers come as doubles, exact below 2^53, and
-- all texts of an event as one, divided by a character that none of them holds: taking a text out
-- of DuckDB costs more than cutting it.
SELECT
  position::DOUBLE AS position,
  epoch_us(applied_at)::DOUBLE AS applied_us,
  epoch_ms(time)::DOUBLE AS time_ms,
  epoch_ms(sent_at)::DOUBLE AS sent_ms,
  epoch_us(received_at)::DOUBLE AS received_us,
  points, version,
  concat_ws(
    chr(31),
    hunt, event_id::VARCHAR, source, type, player, team, outcome,
    coalesce(verdict, ''), coalesce(clue, ''), coalesce(extras, ''), coalesce(device, ''),
    coalesce(data, '')
  ) AS texts
FROM stored
WHERE partition = :partition AND position > :after AND position < :before AND :condition
