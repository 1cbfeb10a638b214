-- From here on the session reads the files it was told and nothing else, and can't undo that.
-- Columns that older files lack are there all the same, and empty.
SET allowed_paths = :files;
-- As the files hold it: data is the text that was logged.
CREATE VIEW stored AS
  SELECT *
  FROM read_parquet(:files, union_by_name = true)
  WHERE NOT (:void)
  UNION ALL BY NAME
  SELECT
    NULL::VARCHAR AS asked,
    NULL::VARCHAR AS extras,
    NULL::VARCHAR AS device,
    NULL::VARCHAR AS door,
    NULL::TIMESTAMP AS pushed_at,
    NULL::TIMESTAMP AS acknowledged_at
  WHERE false;
-- For questions, data is JSON. DuckDB takes no half of a surrogate pair, which JSON may hold: such
-- data is one JSON text as a whole.
CREATE VIEW events AS
  SELECT * REPLACE (coalesce(TRY_CAST(data AS JSON), to_json(data)) AS data) FROM stored;
SET enable_external_access = false;
SET lock_configuration = true;
