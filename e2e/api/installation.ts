/** One door and one worker for a file of tests, on a database and keys of their own. */
import { createTestDatabase } from '@trove/db/testing';
import { connectRedis } from '@trove/streams';
import { io, type Socket } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';
import { type Started, startProcess } from '../kill/processes.js';
import { sourceToken } from '../kill/source.js';

export const HUNT = 'api-hunt';
export const SOURCE = '/kill-test';

export interface Api {
  readonly url: string;
  /** May send and publish everywhere. */
  readonly token: string;
  readonly door: Started;
  readonly worker: Started;
  readonly redisUrl: string;
  readonly databaseUrl: string;
  close(): Promise<void>;
}

const FILE = {
  trove: 1,
  slug: HUNT,
  title: 'Hunt of the API tests',
  joinCode: 'OPEN-SESAME',
  clues: [
    { id: 'clock', title: 'Clock', points: 20, find: { code: 'CLOCK' } },
    { id: 'riddle', title: 'Riddle', points: 30, find: { answer: { accept: ['a lantern'] } } },
  ],
};

/**
 * `database` is the number of a Redis database this file has to itself; `env` is given to the
 * processes beside what they need.
 */
export async function openApi(
  database: number,
  env: Readonly<Record<string, string>> = {},
): Promise<Api> {
  const redisUrl = `${(process.env.TEST_REDIS_URL ?? '').replace(/\/\d*$/, '')}/${database}`;
  const redis = connectRedis(redisUrl, { name: 'api-test' });
  await redis.flushdb();
  redis.disconnect();
  const postgres = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  const installation = { redisUrl, databaseUrl: postgres.url };
  const [door, worker] = await Promise.all([
    startProcess('ingest', installation, { env }),
    startProcess('worker', installation, { env }),
  ]);
  const url = `http://127.0.0.1:${door.port}`;
  const token = await sourceToken();
  const reply = await call(url, `PUT /v1/hunts/${HUNT}`, { token, body: JSON.stringify(FILE) });
  if (reply.status !== 201) throw new Error(`not published: ${JSON.stringify(reply.body)}`);
  return {
    url,
    token,
    door,
    worker,
    ...installation,
    async close() {
      await Promise.all([door.kill(), worker.kill()]);
      await postgres.drop();
    },
  };
}

export interface Called {
  readonly status: number;
  readonly type: string;
  // Tests look at whatever the server really answered.
  readonly body: Record<string, unknown>;
}

/** `request` is method and path, as `GET /v1/events`. */
export async function call(
  url: string,
  request: string,
  options: { token?: string; body?: BodyInit; type?: string; prefer?: string } = {},
): Promise<Called> {
  const [method, path] = request.split(' ');
  const reply = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(options.body === undefined ? {} : { 'content-type': options.type ?? 'application/json' }),
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      ...(options.prefer === undefined ? {} : { prefer: options.prefer }),
    },
    ...(options.body === undefined ? {} : { body: options.body }),
  });
  const text = await reply.text();
  const type = reply.headers.get('content-type') ?? '';
  return { status: reply.status, type, body: text === '' ? {} : JSON.parse(text) };
}

/** A code scan as a CloudEvent of the source of these tests. */
export function cloudEvent(code: string, more: Record<string, unknown> = {}) {
  return {
    specversion: '1.0',
    id: uuidv7(),
    source: SOURCE,
    type: 'code.scanned.v1',
    time: new Date().toISOString(),
    hunt: HUNT,
    player: 'ada',
    team: 'herons',
    data: { code },
    ...more,
  };
}

/** The same as an event of a packet. */
export function packetEvent(code: string, more: Record<string, unknown> = {}) {
  const { specversion: _, source: __, ...event } = cloudEvent(code, more);
  return event;
}

export function packet(events: unknown[], source = SOURCE) {
  return { specversion: '1.0', source, sentAt: new Date().toISOString(), events };
}

export interface PlaySocket {
  readonly socket: Socket;
  readonly welcome?: Record<string, unknown>;
  readonly refused?: unknown;
  /** The first results after the welcome, which may come in one chunk with it. */
  readonly firstResults: Promise<Record<string, unknown>>;
  readonly firstBroadcast: Promise<Record<string, unknown>>;
}

/** A socket of `/play`; resolves when the server has welcomed or refused it. */
export function connectPlay(url: string, auth: Record<string, unknown>): Promise<PlaySocket> {
  const socket = io(`${url}/play`, { transports: ['websocket'], auth, reconnection: false });
  const first = (name: string) => {
    return new Promise<Record<string, unknown>>((resolve) => socket.once(name, resolve));
  };
  const firsts = { firstResults: first('results'), firstBroadcast: first('broadcast') };
  return new Promise((resolve) => {
    socket.once('welcome', (welcome) => resolve({ socket, welcome, ...firsts }));
    socket.once('connect_error', (error: Error & { data?: unknown }) => {
      resolve({ socket, refused: error.data ?? error.message, ...firsts });
    });
  });
}
