-- CreateTable
CREATE TABLE "archive_file" (
    "partition" INTEGER NOT NULL,
    "epoch" BIGINT NOT NULL,
    "first_position" BIGINT NOT NULL,
    "last_position" BIGINT NOT NULL,
    "first_log_id" TEXT NOT NULL,
    "last_log_id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "min_time" TIMESTAMPTZ(3) NOT NULL,
    "max_time" TIMESTAMPTZ(3) NOT NULL,
    "hunts" TEXT[],
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "archive_file_pkey" PRIMARY KEY ("partition","epoch","first_position")
);

-- CreateIndex
CREATE UNIQUE INDEX "archive_file_path_key" ON "archive_file"("path");
