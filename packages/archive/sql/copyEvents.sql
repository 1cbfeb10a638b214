-- Writes the events as one Parquet file, in log order. Placeholders are put in as literals,
-- because COPY takes no parameters: partition, epoch, position of the first event, file, rows.
COPY (
  SELECT
    :partition::INTEGER AS partition,
    :first::BIGINT + events.rowid AS position,
    :epoch::BIGINT AS epoch,
    entries.log_id,
    hunt.name AS hunt,
    event_id::UUID AS event_id,
    source.name AS source,
    type.name AS type,
    player.name AS player,
    team.name AS team,
    epoch_ms(time_ms::BIGINT) AS time,
    CASE WHEN isnan(sent_ms) THEN NULL ELSE epoch_ms(sent_ms::BIGINT) END AS sent_at,
    make_timestamp(received_us::BIGINT) AS received_at,
    make_timestamp(entries.applied_us::BIGINT) AS applied_at,
    make_timestamp(entries.decided_us::BIGINT) AS decided_at,
    make_timestamp(entries.committed_us::BIGINT) AS committed_at,
    data,
    outcome.name AS outcome,
    verdict.name AS verdict,
    clue.name AS clue,
    points,
    score,
    nullif(version, 0) AS version,
    string_split(rules.name, ',') AS rules,
    CASE WHEN first_position < 0 THEN NULL ELSE first_position::BIGINT END AS first_position,
    rung.name AS rung,
    asked.name AS asked,
    extras.name AS extras,
    device.name AS device,
    entries.door,
    CASE WHEN isnan(pushed_us) THEN NULL ELSE make_timestamp(pushed_us::BIGINT) END AS pushed_at,
    CASE WHEN isnan(acknowledged_us) THEN NULL ELSE make_timestamp(acknowledged_us::BIGINT) END
      AS acknowledged_at
  FROM events
  LEFT JOIN entries ON entries.n = events.entry
  LEFT JOIN names hunt ON hunt.n = events.hunt
  LEFT JOIN names source ON source.n = events.source
  LEFT JOIN names type ON type.n = events.type
  LEFT JOIN names player ON player.n = events.player
  LEFT JOIN names team ON team.n = events.team
  LEFT JOIN names outcome ON outcome.n = events.outcome
  LEFT JOIN names verdict ON verdict.n = events.verdict
  LEFT JOIN names clue ON clue.n = events.clue
  LEFT JOIN names rules ON rules.n = events.rules
  LEFT JOIN names rung ON rung.n = events.rung
  LEFT JOIN names asked ON asked.n = events.asked
  LEFT JOIN names extras ON extras.n = events.extras
  LEFT JOIN names device ON device.n = events.device
  ORDER BY events.rowid
) TO :file (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE :rows)
