-- CreateTable
CREATE TABLE "rollup" (
    "width_s" INTEGER NOT NULL,
    "hunt" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "tick" JSONB NOT NULL,
    "has_worker" BOOLEAN NOT NULL,
    "has_ingest" BOOLEAN NOT NULL,
    "lag" INTEGER[],
    "oldest_ms" INTEGER NOT NULL,

    CONSTRAINT "rollup_pkey" PRIMARY KEY ("width_s","hunt","at")
);

-- CreateTable
CREATE TABLE "history_mark" (
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "hunt" TEXT NOT NULL,
    "subject" TEXT NOT NULL,

    CONSTRAINT "history_mark_pkey" PRIMARY KEY ("kind","id")
);

-- CreateIndex
CREATE INDEX "rollup_width_s_at_idx" ON "rollup"("width_s", "at");

-- CreateIndex
CREATE INDEX "history_mark_at_idx" ON "history_mark"("at");
