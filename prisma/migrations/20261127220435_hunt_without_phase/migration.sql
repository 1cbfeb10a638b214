-- AlterTable
ALTER TABLE "hunt" DROP COLUMN "phase";

-- DropEnum
DROP TYPE "hunt_phase";
