/** The door's environment, read once. */
import {
  archiveEnv,
  databaseEnv,
  doorEnv,
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
    ...doorEnv,
    ...tokenEnv,
    ...tracingEnv,
  },
  process.env,
);
