/** The worker's environment, read once. */
import {
  archiveEnv,
  batchEnv,
  databaseEnv,
  listenEnv,
  pipelineEnv,
  processEnv,
  readEnv,
  redisEnv,
  tracingEnv,
} from '@trove/config';

export const env = readEnv(
  {
    ...processEnv,
    ...listenEnv(4001),
    ...redisEnv,
    ...databaseEnv,
    ...pipelineEnv,
    ...archiveEnv,
    ...batchEnv,
    ...tracingEnv,
  },
  process.env,
);
