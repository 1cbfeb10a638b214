-- AlterTable
ALTER TABLE "ledger_entry" ADD COLUMN     "is_playtest" BOOLEAN NOT NULL DEFAULT false;
