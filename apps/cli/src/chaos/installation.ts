/** Starts bench/faultyStack.mjs, a private installation, and asks it to hurt its own parts. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DurabilityTier } from '@trove/contracts';
import { FailedError } from '../exits.js';
import { CHAOS } from './limits.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

export interface InstallationSettings {
  readonly doors: number;
  readonly workers: number;
  readonly partitions: number;
  readonly durability: DurabilityTier;
  /** A module that doors and workers load first, as a path in the checkout. */
  readonly preload?: string;
}

interface Addresses {
  readonly redisUrl: string;
  readonly databaseUrl: string;
  /** Of every door, in order. */
  readonly doors: readonly string[];
  readonly secret: string;
  /** Names of all parts: `redis`, `postgres`, `ingest-0`, `worker-0` … */
  readonly parts: readonly string[];
}

type Deed = 'start' | 'stop' | 'kill' | 'signal' | 'slow' | 'memory' | 'deaths';

interface Request {
  readonly id: number;
  readonly deed: Deed;
  readonly part: string;
  readonly signal?: NodeJS.Signals;
  readonly ms?: number;
}

type Answer =
  | { readonly id: number; readonly ok: true; readonly value?: unknown }
  | { readonly id: number; readonly ok: false; readonly error: string };

/** A part that nobody has asked to end. */
export interface Death {
  readonly part: string;
  readonly code: number | string;
  /** The last lines of its log. */
  readonly log: string;
}

/** A sentence for each death, with what the dead had to say. */
export function deathsOf(deaths: readonly Death[]): string[] {
  return deaths.map(({ part, code, log }) => `${part} ended by itself (${code}):\n${log}`);
}

export interface Installation extends Addresses {
  /** Resolves when the part is ready. */
  start(part: string): Promise<void>;
  /** Asks the part to end, as an operator would; resolves when it has. */
  stop(part: string): Promise<void>;
  /** SIGKILL; resolves when the process is gone. */
  kill(part: string): Promise<void>;
  signal(part: string, signal: NodeJS.Signals): Promise<void>;
  /** From now on PostgreSQL's answers to doors and workers come so late; 0: as they are. */
  slowPostgres(ms: number): Promise<void>;
  /** Resident memory in bytes; 0 where the system does not tell. */
  memory(part: string): Promise<number>;
  /** What has ended by itself since this was asked last. */
  deaths(): Promise<readonly Death[]>;
  close(): Promise<void>;
}

/** Rejects with the reason when it does not come up; nothing is left running then. */
export async function startInstallation(settings: InstallationSettings): Promise<Installation> {
  const args = [JSON.stringify(settings)];
  const stdio = ['ignore', 'ignore', 2, 'ipc'] as const;
  const child = fork(`${ROOT}bench/faultyStack.mjs`, args, { cwd: ROOT, stdio: [...stdio] });
  const ask = asking(child);
  const close = () => closed(child);
  try {
    const addresses = (await ask.first) as Addresses;
    const act = async (deed: Deed, part: string) => void (await ask.send({ deed, part }));
    return {
      ...addresses,
      start: (part) => act('start', part),
      stop: (part) => act('stop', part),
      kill: (part) => act('kill', part),
      signal: async (part, signal) => void (await ask.send({ deed: 'signal', part, signal })),
      slowPostgres: async (ms) => void (await ask.send({ deed: 'slow', part: 'postgres', ms })),
      memory: async (part) => Number(await ask.send({ deed: 'memory', part })),
      deaths: async () => (await ask.send({ deed: 'deaths', part: '' })) as Death[],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Questions and answers over the channel; `first` is what the child tells unasked. */
function asking(child: ChildProcess) {
  const waiting = new Map<number, Waiting>();
  let number = 0;
  const expect = (id: number, what: string) =>
    new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(id);
        reject(new FailedError(`no answer to ${what} within ${CHAOS.requestMs / 1000} s`));
      }, CHAOS.requestMs);
      const settled = (settle: () => void) => {
        clearTimeout(timer);
        waiting.delete(id);
        settle();
      };
      waiting.set(id, {
        resolve: (value) => settled(() => resolve(value)),
        reject: (error) => settled(() => reject(error)),
      });
    });
  child.on('message', (answer: Answer) => {
    const asker = waiting.get(answer.id);
    if (answer.ok) asker?.resolve(answer.value);
    else asker?.reject(new FailedError(answer.error));
  });
  child.once('exit', (code) => {
    const error = new FailedError(`the private installation ended with ${code}`);
    for (const asker of [...waiting.values()]) asker.reject(error);
  });
  return {
    first: expect(0, 'the start'),
    send(request: Omit<Request, 'id'>): Promise<unknown> {
      number += 1;
      const answer = expect(number, `${request.deed} ${request.part}`);
      child.send({ id: number, ...request } satisfies Request);
      return answer;
    },
  };
}

async function closed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.connected) child.disconnect();
  await gone;
}
