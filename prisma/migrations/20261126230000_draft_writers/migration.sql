-- AlterTable
ALTER TABLE "hunt_draft" ADD COLUMN     "review_asked_by" TEXT,
ADD COLUMN     "writers" TEXT[];

-- Of drafts there are, the log says who saved one since its version was published.
UPDATE "hunt_draft" AS draft SET "writers" = ARRAY(
  SELECT "name" FROM "audit_entry"
  WHERE "subject" = 'draft:' || draft."slug"
    AND "act" IN ('save-draft', 'save-draft-text', 'mend-draft', 'push-draft')
    AND "at" >= coalesce(
      (SELECT "published_at" FROM "hunt_version" AS version
        WHERE version."slug" = draft."slug" AND version."version" = draft."base_version"),
      '-infinity'
    )
  UNION SELECT draft."written_by"
  WHERE draft."base_version" = 0 OR draft."revision" > draft."base_revision"
);

-- Who asked for a review is known from the log as well. Where it is not, an admin takes it off.
UPDATE "hunt_draft" AS draft SET "review_asked_by" = (
  SELECT "name" FROM "audit_entry"
  WHERE "subject" = 'draft:' || draft."slug" AND "act" = 'ask-for-review'
  ORDER BY "id" DESC LIMIT 1
) WHERE draft."needs_review";

ALTER TABLE "hunt_draft" DROP COLUMN "written_by";
