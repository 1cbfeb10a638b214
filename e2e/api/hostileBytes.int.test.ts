/**
 * What no client library sends to a real door: requests that a proxy might cut elsewhere, bombs,
 * heads that come byte by byte, floods on one socket and binary frames of no packer. It answers
 * with a code or hangs up, and goes on.
 */
import { connect, type Socket } from 'node:net';
import { msgpackFrames } from '@trove/player-sdk/msgpack';
import { anyBytes, HOSTILE_BYTES, HOSTILE_FLOODS, hostileRequests, SMUGGLED } from '@trove/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceToken } from '../kill/source.js';
import { conditionOf } from './condition.js';
import { type Api, connectPlay, openApi, packet, packetEvent } from './installation.js';

const REQUESTS = hostileRequests(await sourceToken());
const RUNS = 100;
/** Above what the door gives a head: ten seconds, and five between two looks. */
const SLOW_HEADS_MS = 40_000;
const FLOOD_MS = 30_000;
const SLOW = 100;
const DRIBBLE_MS = 200;

let api: Api;
beforeAll(async () => {
  api = await openApi(4);
});
afterAll(() => api.close());

function dial(): Socket {
  const { hostname, port } = new URL(api.url);
  const connection = connect(Number(port), hostname);
  // One that is reset has ended as any other.
  connection.on('error', () => undefined);
  return connection;
}

function closed(connection: Socket): Promise<void> {
  return new Promise((resolve) => connection.once('close', () => resolve()));
}

/** All that is answered to these bytes and to a plain last request behind the first answer. */
async function exchange(bytes: Uint8Array): Promise<string> {
  const connection = dial();
  let answers = '';
  connection.once('data', () => {
    connection.write('GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  });
  connection.on('data', (chunk) => {
    answers += String(chunk);
  });
  connection.write(bytes);
  await closed(connection);
  return answers;
}

describe('requests', () => {
  it.each(REQUESTS)('are refused, and hide no other: $name', async ({ bytes }) => {
    const answers = await exchange(bytes);
    expect(answers).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
    expect(answers).not.toContain(SMUGGLED);
    expect(await conditionOf(api)).toBe('sound');
  });

  it(
    'whose heads come byte by byte are cut off, while others are served',
    async () => {
      const slow = Array.from({ length: SLOW }, dial);
      const allClosed = Promise.all(slow.map(closed));
      for (const connection of slow) connection.write('POST /v1/events HTTP/1.1\r\nX: ');
      const dribbling = setInterval(() => {
        for (const connection of slow) if (connection.writable) connection.write('a');
      }, DRIBBLE_MS);
      expect(await conditionOf(api)).toBe('sound');
      await allClosed;
      clearInterval(dribbling);
      expect(await conditionOf(api)).toBe('sound');
    },
    SLOW_HEADS_MS,
  );
});

describe('floods', () => {
  it.each(HOSTILE_FLOODS)(
    'of one socket do not disturb: $name',
    async ({ frames }) => {
      const { socket } = await connectPlay(api.url, { token: api.token });
      const { engine } = socket.io;
      const over = new Promise((resolve) => {
        engine.once('close', resolve);
        engine.on('packet', ({ data }) => {
          if (String(data).startsWith('3/play,424242')) resolve(undefined);
        });
      });
      for (const frame of frames) engine.write(frame);
      engine.write('2/play,424242["board:get",{}]');
      expect(await conditionOf(api)).toBe('sound');
      await over;
      socket.disconnect();
      expect(await conditionOf(api)).toBe('sound');
    },
    FLOOD_MS,
  );
});

describe('binary frames', () => {
  /** What the door says of a frame: an answer with acks or a code, or `closed`. */
  async function answerTo(frame: Uint8Array): Promise<string> {
    const { socket } = await connectPlay(api.url, { token: api.token });
    const closed = new Promise<'closed'>((resolve) => {
      socket.once('disconnect', () => resolve('closed'));
    });
    const answered = socket.emitWithAck('events:send', Buffer.from(frame));
    const answer = await Promise.race([answered, closed]);
    socket.disconnect();
    if (answer === 'closed') return answer;
    return answer.ok === true ? `acks ${answer.acks.length}` : `refused as ${answer.error.code}`;
  }

  it.each(HOSTILE_BYTES)('of no packer are refused: $name', async ({ bytes }) => {
    expect(await answerTo(bytes)).toMatch(/^(refused as (malformed|too_large)|closed)$/);
    expect(await conditionOf(api)).toBe('sound');
  });

  it('of any kind are answered, or their socket is closed', async () => {
    const good = msgpackFrames.encode(packet([packetEvent('CLOCK')]) as never);
    const property = fc.asyncProperty(anyBytes(good), async (bytes) => {
      expect(await answerTo(bytes)).toMatch(/^(acks \d+|refused as [a-z_]+|closed)$/);
    });
    await fc.assert(property, { numRuns: RUNS });
    expect(await conditionOf(api)).toBe('sound');
  });
});
