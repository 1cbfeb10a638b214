/** The door's environment, read once. */
import {
  databaseEnv,
  listenEnv,
  pipelineEnv,
  processEnv,
  readEnv,
  redisEnv,
  tokenEnv,
} from '@trove/config';

export const env = readEnv(
  {
    ...processEnv,
    ...listenEnv(4000),
    ...redisEnv,
    ...databaseEnv,
    ...pipelineEnv,
    ...tokenEnv,
  },
  process.env,
);
