/** The command line with an API key alone, as it is used against servers that run elsewhere. */
import { execFile, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createDb, keyStore } from '@trove/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Api, call, HUNT, openApi, SOURCE } from './installation.js';

const TROVE = fileURLToPath(new URL('../../apps/cli/bin/trove.js', import.meta.url));
const KEY = 'trove_of-the-command-line';
const SERVER = '/servers/command-line';
/** Of a file that nobody has sent whole before it is stopped. */
const ROWS = 100_000;

let api: Api;

beforeAll(async () => {
  api = await openApi(6);
  const db = createDb(api.databaseUrl);
  await keyStore(db).add({
    id: randomUUID(),
    name: 'the command line',
    prefix: KEY.slice(0, 12),
    digest: createHash('sha256').update(KEY).digest('hex'),
    source: SERVER,
    hunts: [HUNT],
    may: ['send', 'publish', 'operate'],
    createdBy: 'ada@example.org',
  });
  await db.close();
});
afterAll(() => api.close());

const environment = () => ({ ...process.env, TROVE_URL: api.url, TROVE_TOKEN: KEY });

async function trove(...args: string[]): Promise<Record<string, unknown>> {
  const options = { env: environment() };
  const ran = await promisify(execFile)(process.execPath, [TROVE, ...args, '--json'], options);
  return JSON.parse(ran.stdout) as Record<string, unknown>;
}

it('is told by the door what a key, a source’s token and a player’s are good for', async () => {
  const told = async (token: string) => (await call(api.url, 'GET /v1/token', { token })).body;
  const may = ['send', 'publish', 'operate'];
  expect(await told(KEY)).toMatchObject({ kind: 'source', source: SERVER, hunts: [HUNT], may });
  expect(await told(api.token)).toMatchObject({ source: SOURCE, hunts: ['*'], may });
  const body = JSON.stringify({ code: 'open-sesame', playerId: randomUUID() });
  const { body: joined } = await call(api.url, `POST /v1/hunts/${HUNT}/join`, { body });
  expect(await told(String(joined['token']))).toMatchObject({
    ...{ kind: 'player', source: joined['source'], hunts: [HUNT], may: ['send'] },
  });
  expect(await call(api.url, 'GET /v1/token', { token: 'trove_unknown' })).toMatchObject({
    ...{ status: 401, body: { code: 'token_invalid' } },
  });
});

it('steers a hunt and plays it with a key', async () => {
  expect(await trove('hunt', 'phase', HUNT, 'live')).toMatchObject({ status: 'decided' });
  const crowd = ['--players', '5', '--rate', '200', '--events', '50'];
  // It ends well only where each event came back as what it was injected as.
  expect(await trove('simulate', '--hunt', HUNT, ...crowd)).toMatchObject({ sent: 50 });
});

it('tells at the end of an endless crowd what became of it, as one object', async () => {
  const words = ['simulate', '--forever', '--hunt', HUNT, '--players', '5', '--json'];
  const crowd = spawn(process.execPath, [TROVE, ...words], { env: environment() });
  const out: Buffer[] = [];
  crowd.stdout.on('data', (some: Buffer) => out.push(some));
  for await (const line of createInterface({ input: crowd.stderr })) {
    if (line.startsWith('connected')) crowd.kill('SIGINT');
  }
  expect(crowd.exitCode ?? (await once(crowd, 'exit'))[0]).toBe(0);
  expect(JSON.parse(Buffer.concat(out).toString())).toMatchObject({
    ...{ sent: expect.any(Number), outcomes: expect.any(Object), skipped: 0 },
  });
});

/** The exit code and the words of a command that is stopped once it has said so much. */
async function stopped(words: readonly string[], at: string, signal: NodeJS.Signals) {
  const command = spawn(process.execPath, [TROVE, ...words], { env: environment() });
  const heard = { out: '', err: '' };
  command.stdout.on('data', (some: Buffer) => {
    heard.out += some;
  });
  for await (const line of createInterface({ input: command.stderr })) {
    heard.err += `${line}\n`;
    if (line.includes(at)) command.kill(signal);
  }
  const exit = command.exitCode ?? (await once(command, 'exit'))[0];
  return { exit, ...heard };
}

it.each([
  { signal: 'SIGINT', json: ['--json'], says: '{"error":"stopped"}\n' },
  { signal: 'SIGTERM', json: ['--json'], says: '{"error":"stopped"}\n' },
  { signal: 'SIGINT', json: [], says: '' },
] as const)('ends at $signal with 1 and says so, with $json', async ({ signal, json, says }) => {
  const folder = await mkdtemp(join(tmpdir(), 'trove-stopped-'));
  const file = join(folder, 'long.tsv');
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const time = new Date(1_250_000_000_000 + i * 1_000).toISOString();
    return [i % 40, time, 40, -73, i % 90].join('\t');
  });
  await writeFile(file, rows.join('\n'));
  const replay = ['replay', file, '--hunt', HUNT, ...json];
  const { exit, out, err } = await stopped(replay, `hunt ${HUNT} version`, signal);
  await rm(folder, { recursive: true });
  expect([exit, out]).toEqual([1, says]);
  expect(err).toMatch(/\ntrove: stopped\n$/);
});
