-- AlterTable
ALTER TABLE "quarantine_event" ADD COLUMN     "discard_reason" TEXT,
ADD COLUMN     "discarded_at" TIMESTAMPTZ(3),
ADD COLUMN     "discarded_by" TEXT,
ADD COLUMN     "hunt_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "is_claimed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "repaired" BYTEA,
ADD COLUMN     "replay_after" TEXT,
ADD COLUMN     "run_id" UUID,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'open',
ADD COLUMN     "stays_because" TEXT;

-- CreateTable
CREATE TABLE "repair_run" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_by" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "filter" JSONB NOT NULL,
    "condition" TEXT NOT NULL,
    "patch" JSONB NOT NULL,
    "rate" INTEGER NOT NULL,
    "allows_closed" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "total" INTEGER NOT NULL,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "says" TEXT,
    "holder" TEXT,
    "held_until" TIMESTAMPTZ(3),

    CONSTRAINT "repair_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "repair_run_state_started_at_idx" ON "repair_run"("state", "started_at");

-- CreateIndex
CREATE INDEX "repair_run_started_at_idx" ON "repair_run"("started_at");

-- CreateIndex
CREATE INDEX "quarantine_event_state_stream_ms_stream_seq_idx" ON "quarantine_event"("state", "stream_ms", "stream_seq");

-- CreateIndex
CREATE INDEX "quarantine_event_hunt_hunt_version_stream_ms_stream_seq_idx" ON "quarantine_event"("hunt", "hunt_version", "stream_ms", "stream_seq");

-- CreateIndex
CREATE INDEX "quarantine_event_run_id_is_claimed_stream_ms_stream_seq_idx" ON "quarantine_event"("run_id", "is_claimed", "stream_ms", "stream_seq");

-- CreateIndex
CREATE INDEX "quarantine_event_replay_outcome_replayed_at_idx" ON "quarantine_event"("replay_outcome", "replayed_at");

-- What was replayed before and is counted needs nobody's look any more.
UPDATE "quarantine_event" SET "state" = 'replayed'
WHERE "replay_outcome" IN ('accepted', 'replayed', 'duplicate', 'conflict', 'quarantined');
