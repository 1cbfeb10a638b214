/** Starts bench/hostileLoad.mjs and tells it when to begin and when to rest. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { SourceToken } from '../bench/shapes.js';

const SCRIPT = fileURLToPath(new URL('../../../../bench/hostileLoad.mjs', import.meta.url));

/** How hostile things ended; `failed` is a fault of the server, `silent` no answer at all. */
export interface HostileCounts {
  readonly sent: number;
  readonly answered: number;
  readonly closed: number;
  readonly failed: number;
  readonly silent: number;
}

export interface HostileTarget {
  readonly url: string;
  readonly sender: SourceToken;
  readonly hunt: string;
  readonly seed: number;
}

export interface HostileLoad {
  begin(): Promise<HostileCounts>;
  rest(): Promise<HostileCounts>;
  close(): void;
}

export async function startHostileLoad(target: HostileTarget): Promise<HostileLoad> {
  const { url, sender, hunt, seed } = target;
  const args = [url, sender.token, sender.source, hunt, String(seed)];
  const child = fork(SCRIPT, args, { stdio: ['ignore', 'ignore', 2, 'ipc'] });
  const answer = async () => (await once(child, 'message'))[0] as HostileCounts;
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
