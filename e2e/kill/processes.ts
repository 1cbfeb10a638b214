/** Starts doors and workers as operating-system processes of their own, to be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const SECRET = 'dev-kill-tests-0123456789-0123456789';

export interface Installation {
  readonly redisUrl: string;
  readonly databaseUrl: string;
}

export interface Started {
  readonly port: number;
  /** False once it has ended, for whatever reason. */
  readonly isRunning: boolean;
  /** Lines of its log at the level of errors, and above. */
  readonly errors: readonly string[];
  /** SIGKILL: no chance to finish anything. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code once it has ended. */
  stop(): Promise<number | null>;
}

const READY: Readonly<Record<'ingest' | 'worker', string>> = {
  ingest: 'the door is open',
  worker: 'the worker is ready',
};

/** Resolves when the process says that it is ready; rejects when it ends before. */
export async function startProcess(
  app: 'ingest' | 'worker',
  { redisUrl, databaseUrl }: Installation,
  options: { port?: number; name?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Started> {
  const child = spawn(process.execPath, [`${ROOT}apps/${app}/dist/main.js`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      LOG_LEVEL: 'info',
      REDIS_URL: redisUrl,
      DATABASE_URL: databaseUrl,
      TROVE_TOKEN_SECRET: SECRET,
      TROVE_PARTITIONS: '2',
      TROVE_ARCHIVE: 'off',
      TROVE_BATCH: 'off',
      PORT: String(options.port ?? 0),
      ...options.env,
      ...(options.name === undefined ? {} : { TROVE_PROCESS: options.name }),
    },
  });
  const errors: string[] = [];
  const port = await readyPort(child, READY[app], errors);
  return {
    port,
    errors,
    get isRunning() {
      return child.exitCode === null && child.signalCode === null;
    },
    kill: () => kill(child),
    stop: () => stop(child),
  };
}

const ERROR_LINE = /"level":"(error|fatal)"/;

/** Resolves with the port; from then on, too, what is logged as an error goes to `errors`. */
function readyPort(child: ChildProcess, message: string, errors: string[]): Promise<number> {
  const output = child.stdout;
  if (output === null) throw new Error('the process has no output');
  const lines = createInterface({ input: output });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready`)));
    lines.on('line', (line) => {
      if (ERROR_LINE.test(line)) errors.push(line);
      if (!line.includes(message)) return;
      resolve((JSON.parse(line) as { port: number }).port);
    });
  });
}

function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

function stop(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill('SIGTERM');
  });
}
