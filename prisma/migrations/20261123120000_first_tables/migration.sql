-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "hunt_phase" AS ENUM ('live', 'paused', 'ended');

-- CreateTable
CREATE TABLE "hunt" (
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "partition" INTEGER NOT NULL,
    "phase" "hunt_phase" NOT NULL DEFAULT 'live',
    "last_version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hunt_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "hunt_version" (
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "published_by" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "announced_at" TIMESTAMPTZ(3),

    CONSTRAINT "hunt_version_pkey" PRIMARY KEY ("slug","version")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "partition" INTEGER NOT NULL,
    "epoch" BIGINT NOT NULL,
    "position" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "hunt" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "player" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "verdict" TEXT,
    "clue" TEXT,
    "points" INTEGER NOT NULL,
    "score" BIGINT,
    "version" INTEGER,
    "rules" TEXT[],
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "committed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("partition","epoch","position")
);

-- CreateTable
CREATE TABLE "ledger_epoch" (
    "partition" INTEGER NOT NULL,
    "epoch" BIGINT NOT NULL,
    "first_position" BIGINT NOT NULL,

    CONSTRAINT "ledger_epoch_pkey" PRIMARY KEY ("partition","epoch")
);

-- CreateTable
CREATE TABLE "sink_cursor" (
    "sink" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "epoch" BIGINT NOT NULL,
    "offset" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sink_cursor_pkey" PRIMARY KEY ("sink","stream")
);

-- CreateTable
CREATE TABLE "quarantine_event" (
    "stream" TEXT NOT NULL,
    "stream_ms" BIGINT NOT NULL,
    "stream_seq" BIGINT NOT NULL,
    "refused_at" TIMESTAMPTZ(3) NOT NULL,
    "stage" TEXT NOT NULL,
    "ack" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "hunt" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "player" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "transport" TEXT NOT NULL,
    "reserialised" BOOLEAN NOT NULL,
    "original" BYTEA NOT NULL,
    "original_bytes" INTEGER NOT NULL,
    "original_sha256" TEXT NOT NULL,

    CONSTRAINT "quarantine_event_pkey" PRIMARY KEY ("stream_ms","stream_seq","stream")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "hunt_version_event_id_key" ON "hunt_version"("event_id");

-- CreateIndex
CREATE INDEX "hunt_version_announced_at_idx" ON "hunt_version"("announced_at");

-- CreateIndex
CREATE INDEX "ledger_entry_event_id_idx" ON "ledger_entry"("event_id");

-- CreateIndex
CREATE INDEX "ledger_entry_hunt_team_idx" ON "ledger_entry"("hunt", "team");

-- CreateIndex
CREATE INDEX "quarantine_event_code_stream_ms_stream_seq_idx" ON "quarantine_event"("code", "stream_ms", "stream_seq");

-- CreateIndex
CREATE INDEX "quarantine_event_hunt_stream_ms_stream_seq_idx" ON "quarantine_event"("hunt", "stream_ms", "stream_seq");

-- CreateIndex
CREATE INDEX "quarantine_event_type_stream_ms_stream_seq_idx" ON "quarantine_event"("type", "stream_ms", "stream_seq");

-- CreateIndex
CREATE INDEX "quarantine_event_event_id_idx" ON "quarantine_event"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- AddForeignKey
ALTER TABLE "hunt_version" ADD CONSTRAINT "hunt_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "hunt"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
