/** The door's environment, read once. */
import {
  archiveEnv,
  databaseEnv,
  listenEnv,
  pipelineEnv,
  processEnv,
  readEnv,
  redisEnv,
  tokenEnv,
  tracingEnv,
} from '@trove/config';

export const env = readEnv(
  {
    ...processEnv,
    ...listenEnv(4000),
    ...redisEnv,
    ...databaseEnv,
    ARCHIVE_DIR: archiveEnv.ARCHIVE_DIR,
    ...pipelineEnv,
    ...tokenEnv,
    ...tracingEnv,
  },
  process.env,
);
