-- AlterTable
ALTER TABLE "rollup" ADD COLUMN     "details" JSONB NOT NULL DEFAULT '{}';

-- What the rows of single hunts tell already.
UPDATE "rollup" AS whole
SET "details" = told."details"
FROM (
  SELECT "width_s", "at", jsonb_object_agg("hunt", jsonb_strip_nulls(
    jsonb_build_object('unmet', "tick" -> 'unmet', 'covered', "tick" -> 'covered')
  )) AS "details"
  FROM "rollup"
  WHERE "hunt" <> '' AND ("tick" -> 'unmet' IS NOT NULL OR "tick" -> 'covered' IS NOT NULL)
  GROUP BY "width_s", "at"
) AS told
WHERE whole."hunt" = '' AND whole."width_s" = told."width_s" AND whole."at" = told."at";
