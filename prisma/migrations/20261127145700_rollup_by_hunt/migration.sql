-- AlterTable
ALTER TABLE "rollup" ADD COLUMN     "covered" JSON NOT NULL DEFAULT '{}',
ADD COLUMN     "unmet" JSONB NOT NULL DEFAULT '{}';

-- What the rows of single hunts tell already.
UPDATE "rollup" AS whole
SET "unmet" = coalesce(told."unmet", '{}'), "covered" = coalesce(told."covered", '{}')
FROM (
  SELECT "width_s", "at",
    jsonb_object_agg("hunt", "tick" -> 'unmet') FILTER (WHERE "tick" -> 'unmet' IS NOT NULL)
      AS "unmet",
    json_object_agg("hunt", "tick" -> 'covered') FILTER (WHERE "tick" -> 'covered' IS NOT NULL)
      AS "covered"
  FROM "rollup"
  WHERE "hunt" <> ''
  GROUP BY "width_s", "at"
) AS told
WHERE whole."hunt" = '' AND whole."width_s" = told."width_s" AND whole."at" = told."at";
