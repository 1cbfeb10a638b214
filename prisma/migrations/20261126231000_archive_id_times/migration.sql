-- AlterTable
ALTER TABLE "archive_file" ADD COLUMN     "max_id_time" TIMESTAMPTZ(3),
ADD COLUMN     "min_id_time" TIMESTAMPTZ(3);

-- Of the files there are it is only known that no id was made after the last entry, but for clocks
-- that are five minutes ahead.
UPDATE "archive_file" SET
  "min_id_time" = to_timestamp(0),
  "max_id_time" = to_timestamp(split_part("last_log_id", '-', 1)::float8 / 1000.0) + INTERVAL '5 minutes';

ALTER TABLE "archive_file" ALTER COLUMN "max_id_time" SET NOT NULL,
ALTER COLUMN "min_id_time" SET NOT NULL;
