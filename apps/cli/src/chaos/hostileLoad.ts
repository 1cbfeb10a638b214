/** Starts bench/hostileLoad.mjs and tells it when to begin and when to rest. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { CONTROL_SOURCE } from '@trove/contracts';
import type { SourceToken } from '../bench/shapes.js';
import { FailedError } from '../exits.js';
import type { HostileCounts, HostileTraces } from './fuzzReport.js';
import type { Evidence } from './oracle/facts.js';

const SCRIPT = fileURLToPath(new URL('../../../../bench/hostileLoad.mjs', import.meta.url));

/** Its own hunts: one to play, one to publish and operate. */
const [PLAYED, STEERED] = ['hostile-played', 'hostile-steered'];
export const HOSTILE_HUNTS: ReadonlySet<string> = new Set([PLAYED, STEERED]);

export interface HostileTarget {
  readonly url: string;
  readonly sender: SourceToken;
  readonly seed: number;
}

export interface HostileLoad {
  begin(): Promise<HostileCounts>;
  rest(): Promise<HostileCounts>;
  close(): void;
}

export async function startHostileLoad(target: HostileTarget): Promise<HostileLoad> {
  const { url, sender, seed } = target;
  const args = [url, sender.token, sender.source, PLAYED, STEERED, String(seed)];
  const child = fork(SCRIPT, args, { stdio: ['ignore', 'ignore', 2, 'ipc'] });
  const ended = once(child, 'exit').then(([code]) => {
    throw new FailedError(`the hostile clients ended with ${code}`);
  });
  // Nobody asks them anything any more when they end as they should.
  ended.catch(() => undefined);
  const answer = async () => {
    return await Promise.race([once(child, 'message').then(([counts]) => counts), ended]);
  };
  const tell = (word: 'begin' | 'rest') => {
    const answered = answer();
    child.send(word);
    return answered;
  };
  await answer();
  return {
    begin: () => tell('begin'),
    rest: () => tell('rest'),
    close: () => child.disconnect(),
  };
}

/** What others than these sources have left in results and quarantine. Pure. */
export function tracesOf(
  { outs, rests }: Pick<Evidence, 'outs' | 'rests'>,
  sound: readonly string[],
): HostileTraces {
  const rows = outs.flat().filter(({ hunt, source }) => {
    return HOSTILE_HUNTS.has(hunt) && source !== CONTROL_SOURCE;
  });
  const quarantined = rests.filter(({ source }) => !sound.includes(source)).length;
  return { decided: rows.length, quarantined };
}
