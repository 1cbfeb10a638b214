-- For the test of an edited migration: as if every file had been another when it ran.
UPDATE _prisma_migrations SET checksum = 'other'
