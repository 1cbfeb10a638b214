-- AlterTable
ALTER TABLE "hunt_draft" ADD COLUMN     "base_revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "written_by" TEXT;

-- Of drafts there are, the last change is taken for one of the file: nothing says otherwise.
UPDATE "hunt_draft" SET "written_by" = "updated_by";

ALTER TABLE "hunt_draft" ALTER COLUMN "written_by" SET NOT NULL;
