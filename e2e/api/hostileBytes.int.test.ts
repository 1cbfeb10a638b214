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
  it.each([
    ['no request at all', 'x\r\n\r\n', 'malformed', 400],
    ['a head too large', `GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 'too_large', 413],
  ])('are answered with a problem: %s', async (_name, text, code, status) => {
    const [head = '', body = ''] = (await exchange(Buffer.from(text))).split('\r\n\r\n');
    expect(head).toMatch(
      new RegExp(`^HTTP/1.1 ${status} .*Content-Type: application/problem`, 's'),
    );
    expect(JSON.parse(body)).toMatchObject({ code, status });
  });

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

describe('frames that WebSocket forbids', () => {
  const UPGRADE = [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    'Host: a',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
    '\r\n',
  ].join('\r\n');
  /** A mask that leaves bytes as they are. */
  const MASK = [0, 0, 0, 0];

  async function refusals(): Promise<Record<string, number>> {
    const text = await (await fetch(`${api.url}/metrics`)).text();
    const counted = (code: string) => {
      const line = new RegExp(`^trove_refused_packets_total\\{.*code="${code}".* (\\d+)$`, 'm');
      return Number(line.exec(text)?.[1] ?? 0);
    };
    return { malformed: counted('malformed'), too_large: counted('too_large') };
  }

  it.each([
    { what: 'an unknown opcode', frame: [0x83, 0x80, ...MASK], code: 'malformed' },
    { what: 'text that is not UTF-8', frame: [0x81, 0x81, ...MASK, 0xff], code: 'malformed' },
    { what: 'no mask', frame: [0x81, 0x01, 0x32], code: 'malformed' },
    { what: 'a bit that nothing asked for', frame: [0xc1, 0x80, ...MASK], code: 'malformed' },
    { what: 'a gigabyte', frame: [0x82, 0xff, 0, 0, 0, 0, 0x40, 0, 0, 0], code: 'too_large' },
    { what: 'more than counts', frame: [0x82, 0xff, 0x7f, 0, 0, 0, 0, 0, 0, 0], code: 'too_large' },
  ])('close their socket and count by what is wrong: $what', async ({ frame, code }) => {
    const before = await refusals();
    const connection = dial();
    const over = closed(connection);
    connection.once('data', () => connection.write(Buffer.from(frame)));
    connection.write(UPGRADE);
    await over;
    const expected = { ...before, [code]: (before[code] ?? 0) + 1 };
    await expect.poll(refusals).toEqual(expected);
  });
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
