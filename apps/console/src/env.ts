/** The console's environment, parsed once at the first use: a build needs none of it. */
import {
  consoleEnv,
  databaseEnv,
  type EnvOf,
  pipelineEnv,
  processEnv,
  readEnv,
  redisEnv,
} from '@trove/config';

const shape = { ...processEnv, ...consoleEnv, ...redisEnv, ...databaseEnv, ...pipelineEnv };

let parsed: EnvOf<typeof shape> | undefined;

/** The variables; a missing or wrong one ends the process with 78 and its name. */
export function env(): EnvOf<typeof shape> {
  parsed ??= readEnv(shape, process.env);
  return parsed;
}

/** False under `next dev`, whose client needs eval for its error overlay. */
export function isProduction(): boolean {
  return process.env.NODE_ENV === 'production';
}

/** False in the edge copy of a module, and while pages are built rather than served. */
export function isServing(): boolean {
  return (
    process.env['NEXT_RUNTIME'] === 'nodejs' &&
    process.env['NEXT_PHASE'] !== 'phase-production-build'
  );
}
