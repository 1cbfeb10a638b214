-- CreateTable
CREATE TABLE "backtest_run" (
    "id" UUID NOT NULL,
    "hunt" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "scope" JSONB NOT NULL,
    "draft" TEXT NOT NULL,
    "draft_hash" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "done" BIGINT NOT NULL DEFAULT 0,
    "total" BIGINT NOT NULL DEFAULT 0,
    "says" TEXT,
    "result" JSONB,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "holder" TEXT,
    "held_until" TIMESTAMPTZ(3),

    CONSTRAINT "backtest_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "twin_setting" (
    "id" INTEGER NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT false,
    "every_s" INTEGER NOT NULL DEFAULT 60,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "twin_setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "twin_run" (
    "at" TIMESTAMPTZ(3) NOT NULL,
    "every_s" INTEGER NOT NULL,
    "took_ms" DOUBLE PRECISION NOT NULL,
    "cpu_ms" DOUBLE PRECISION NOT NULL,
    "events" INTEGER NOT NULL,
    "hunts" INTEGER NOT NULL,
    "divergence" INTEGER NOT NULL,
    "questions" JSONB NOT NULL,
    "says" TEXT,

    CONSTRAINT "twin_run_pkey" PRIMARY KEY ("at")
);

-- CreateTable
CREATE TABLE "twin_hunt" (
    "hunt" TEXT NOT NULL,
    "partition" INTEGER NOT NULL,
    "epoch" BIGINT NOT NULL,
    "position" BIGINT NOT NULL,
    "events" BIGINT NOT NULL,
    "is_whole" BOOLEAN NOT NULL,
    "board" JSONB NOT NULL,
    "points" JSONB NOT NULL,
    "outcomes" JSONB NOT NULL,
    "divergence" INTEGER NOT NULL,
    "differences" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "twin_hunt_pkey" PRIMARY KEY ("hunt")
);

-- CreateTable
CREATE TABLE "reconciliation" (
    "at" TIMESTAMPTZ(3) NOT NULL,
    "took_ms" DOUBLE PRECISION NOT NULL,
    "hunts" INTEGER NOT NULL,
    "events" BIGINT NOT NULL,
    "divergence" INTEGER NOT NULL,
    "says" TEXT,
    "details" JSONB NOT NULL,

    CONSTRAINT "reconciliation_pkey" PRIMARY KEY ("at")
);

-- CreateIndex
CREATE INDEX "backtest_run_hunt_asked_at_idx" ON "backtest_run"("hunt", "asked_at");

-- CreateIndex
CREATE INDEX "backtest_run_state_asked_at_idx" ON "backtest_run"("state", "asked_at");
