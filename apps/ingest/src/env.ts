/** The door's environment, read once. */
import {
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
    ...pipelineEnv,
    ...tokenEnv,
    ...tracingEnv,
  },
  process.env,
);
