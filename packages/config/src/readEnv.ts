/** The one way an app reads its environment: once, at its start, or not at all. */
import { type EnvOf, type EnvSource, parseEnv } from './parseEnv.js';
import type { EnvShape } from './variable.js';

/** The exit code of a process that was configured wrongly (EX_CONFIG of sysexits.h). */
export const EXIT_CONFIG = 78;

/**
 * Parses the variables of the shape into a frozen object. When one is missing
 * or wrong, prints the names (never the values) of all such variables on
 * standard error and ends the process with 78.
 *
 * Use it in a file named env.ts: `readEnv({ ...redisEnv, ...listenEnv(4000) }, process.env)`.
 */
export function readEnv<S extends EnvShape>(shape: S, source: EnvSource): EnvOf<S> {
  const parsed = parseEnv(shape, source);
  if (parsed.ok) return parsed.env;
  const lines = parsed.mistakes.map(({ name, wrong }) => `  ${name} ${wrong}`);
  process.stderr.write(`The environment is not complete:\n${lines.join('\n')}\n`);
  process.exit(EXIT_CONFIG);
}
