-- Events by a condition on their place or id, in log order, with times as microseconds.
SELECT
  partition, position, epoch, log_id, door, hunt, event_id::VARCHAR AS event_id, source, type,
  player, team,
  epoch_us(time) AS time_us,
  epoch_us(sent_at) AS sent_us,
  epoch_us(received_at) AS received_us,
  epoch_us(applied_at) AS applied_us,
  epoch_us(decided_at) AS decided_us,
  epoch_us(committed_at) AS committed_us,
  epoch_us(pushed_at) AS pushed_us,
  epoch_us(acknowledged_at) AS acknowledged_us,
  data AS data,
  outcome, verdict, clue, points, score, version,
  array_to_string(rules, ',') AS rules,
  first_position, rung, asked, extras, device
FROM stored
WHERE :condition
ORDER BY partition, epoch, position
LIMIT :limit
