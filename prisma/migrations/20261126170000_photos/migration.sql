-- CreateTable
CREATE TABLE "photo" (
    "id" TEXT NOT NULL,
    "hunt" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "clue" TEXT NOT NULL,
    "player" TEXT NOT NULL,
    "image" BYTEA NOT NULL,
    "width_px" INTEGER NOT NULL,
    "height_px" INTEGER NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "photo_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "photo_hunt_team_idx" ON "photo"("hunt", "team");

-- CreateIndex
CREATE INDEX "photo_uploaded_at_idx" ON "photo"("uploaded_at");
