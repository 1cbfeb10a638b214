-- From here on the session reads the files it was told and nothing else, and can't undo that.
SET allowed_paths = :files;
CREATE VIEW events AS
  SELECT * REPLACE (data::JSON AS data)
  FROM read_parquet(:files)
  WHERE NOT (:void);
SET enable_external_access = false;
SET lock_configuration = true;
