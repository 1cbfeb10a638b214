SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
FROM _prisma_migrations
WHERE rolled_back_at IS NULL
