-- CreateTable
CREATE TABLE "republication" (
    "id" UUID NOT NULL,
    "hunt" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "draft" TEXT NOT NULL,
    "base_version" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "done" BIGINT NOT NULL DEFAULT 0,
    "total" BIGINT NOT NULL DEFAULT 0,
    "says" TEXT,
    "event_id" UUID,
    "after_id" TEXT,
    "shadow" UUID,
    "teams_moved" INTEGER,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "holder" TEXT,
    "held_until" TIMESTAMPTZ(3),

    CONSTRAINT "republication_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "republication_event_id_key" ON "republication"("event_id");

-- CreateIndex
CREATE INDEX "republication_hunt_asked_at_idx" ON "republication"("hunt", "asked_at");

-- Of a hunt at most one has not ended.
CREATE UNIQUE INDEX "republication_unended" ON "republication"("hunt") WHERE "state" IN ('waiting', 'running', 'swapping');

-- One event may move the points of many teams, each by a row of its own.
ALTER TABLE "ledger_entry" ADD COLUMN "part" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "ledger_entry" DROP CONSTRAINT "ledger_entry_pkey", ADD CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("partition", "epoch", "position", "part");
