/** The console's environment, parsed once at the first use: a build needs none of it. */
import type { EnvOf } from '@trove/config';
import { config } from './server/packages';

const shape = {
  ...config.processEnv,
  ...config.consoleEnv,
  ...config.redisEnv,
  ...config.databaseEnv,
  ARCHIVE_DIR: config.archiveEnv.ARCHIVE_DIR,
  ...config.pipelineEnv,
};

let parsed: EnvOf<typeof shape> | undefined;

/** The variables; a missing or wrong one ends the process with 78 and its name. */
export function env(): EnvOf<typeof shape> {
  parsed ??= config.readEnv(shape, process.env);
  return parsed;
}
