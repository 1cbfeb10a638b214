-- One file's events before they become Parquet: texts and log entries by number.
CREATE TEMP TABLE names (n INTEGER, name VARCHAR);
CREATE TEMP TABLE entries (
  n INTEGER, log_id VARCHAR, door VARCHAR,
  applied_us DOUBLE, decided_us DOUBLE, committed_us DOUBLE
);
CREATE TEMP TABLE events (
  entry INTEGER, hunt INTEGER, source INTEGER, type INTEGER, player INTEGER, team INTEGER,
  outcome INTEGER, verdict INTEGER, clue INTEGER, rules INTEGER, rung INTEGER,
  asked INTEGER, extras INTEGER, device INTEGER,
  points INTEGER, score INTEGER, version INTEGER,
  time_ms DOUBLE, sent_ms DOUBLE, received_us DOUBLE, first_position DOUBLE,
  pushed_us DOUBLE, acknowledged_us DOUBLE,
  event_id VARCHAR, data VARCHAR
);
