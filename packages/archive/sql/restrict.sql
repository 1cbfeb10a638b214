-- From here on the session reads the files it was told and nothing else, and can't undo that.
-- Columns that older files lack are there all the same, and empty.
SET allowed_paths = :files;
CREATE VIEW events AS
  SELECT * REPLACE (data::JSON AS data)
  FROM read_parquet(:files, union_by_name = true)
  WHERE NOT (:void)
  UNION ALL BY NAME
  SELECT
    NULL::VARCHAR AS asked,
    NULL::VARCHAR AS extras,
    NULL::VARCHAR AS door,
    NULL::TIMESTAMP AS pushed_at,
    NULL::TIMESTAMP AS acknowledged_at
  WHERE false;
SET enable_external_access = false;
SET lock_configuration = true;
