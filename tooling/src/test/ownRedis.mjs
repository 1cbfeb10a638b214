/**
 * Before a file of integration tests is loaded: each process that runs such files has a Redis of
 * its own, so that files beside each other can't meet in its keys. Databases of PostgreSQL are
 * made for each file anyway.
 */
const own = process.env[`TEST_REDIS_URL_${process.env.VITEST_POOL_ID}`];
if (own !== undefined) process.env.TEST_REDIS_URL = own;
