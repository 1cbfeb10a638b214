INSERT INTO archive_file (
  partition, epoch, first_position, last_position, first_log_id, last_log_id, path, rows, bytes,
  sha256, min_time, max_time, min_id_time, max_id_time, hunts
)
VALUES (
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
  to_timestamp($11::float8 / 1000.0), to_timestamp($12::float8 / 1000.0),
  to_timestamp($13::float8 / 1000.0), to_timestamp($14::float8 / 1000.0), $15
)
