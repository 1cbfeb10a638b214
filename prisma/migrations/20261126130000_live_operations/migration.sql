-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "hunt_phase" ADD VALUE 'scheduled';
ALTER TYPE "hunt_phase" ADD VALUE 'closed';

-- AlterTable
ALTER TABLE "ledger_entry" ADD COLUMN     "reason" TEXT,
ADD COLUMN     "team_status" TEXT;

-- CreateIndex
CREATE INDEX "ledger_entry_hunt_committed_at_idx" ON "ledger_entry"("hunt", "committed_at");
