-- AlterTable
ALTER TABLE "quarantine_event" ADD COLUMN     "replay_outcome" TEXT,
ADD COLUMN     "replayed_at" TIMESTAMPTZ(3),
ADD COLUMN     "replayed_by" TEXT;
