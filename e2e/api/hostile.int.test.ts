/**
 * Hostile input at every way in of a real door: the corpus of testkit, and what a fuzzer makes of
 * it. Whatever comes, there is a coded answer or a closed connection, the door goes on, and nothing
 * is logged as a fault of the server.
 */
import { connect } from 'node:net';
import { WIRE_LIMITS } from '@trove/contracts';
import {
  anyBody,
  anyEventText,
  anyFrame,
  HOSTILE_FRAMES,
  HOSTILE_HUNTS,
  HOSTILE_VALUES,
  hostileBodies,
  hostileEvents,
  hostileTokens,
  withField,
} from '@trove/testkit';
import fc from 'fast-check';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conditionOf } from './condition.js';
import {
  type Api,
  call,
  cloudEvent,
  connectPlay,
  HUNT,
  openApi,
  packetEvent,
  SOURCE,
} from './installation.js';

const RUNS = 100;
const EVENTS_AT_ONCE = 25;
/** Above it a value fills a packet alone, or more than one. */
const LARGE = 30_000;
const MEGABYTE = 1024 * 1024;
/** Above any answer, below the patience of a test. */
const ANSWER_MS = 5_000;

let api: Api;
beforeAll(async () => {
  api = await openApi(4);
});
afterAll(() => api.close());

/** A code of the table of problems, or acks; `closed` when the server hung up on a large body. */
async function answerTo(request: string, options: Parameters<typeof call>[2]): Promise<string> {
  try {
    const { status, body } = await call(api.url, request, options);
    if (status >= 500 && body['code'] !== 'busy') return `failed with ${status}`;
    return body['code'] === undefined ? `answered ${status}` : `refused as ${String(body['code'])}`;
  } catch (error) {
    if (error instanceof TypeError) return 'closed';
    throw error;
  }
}

const CODED = /^(answered 2\d\d|answered 422|refused as [a-z_]+|closed)$/;

describe('bodies', () => {
  const events = { token: '', type: 'application/json' };

  it.each(hostileBodies(cloudEvent('CLOCK')))('get a coded answer: $name', async ({ body }) => {
    const options = { ...events, token: api.token, body };
    expect(await answerTo('POST /v1/events', options)).toMatch(CODED);
    for (const path of [`/v1/hunts/${HUNT}/join`, '/v1/token/refresh', `/v1/hunts/${HUNT}/phase`]) {
      expect(await answerTo(`POST ${path}`, options), path).toMatch(CODED);
    }
  });

  it('of any kind get a coded answer', async () => {
    const property = fc.asyncProperty(anyBody(cloudEvent('CLOCK')), async (body) => {
      const options = { ...events, token: api.token, body };
      expect(await answerTo('POST /v1/events', options)).toMatch(CODED);
      expect(await answerTo(`POST /v1/hunts/${HUNT}/join`, options)).toMatch(CODED);
    });
    await fc.assert(property, { numRuns: RUNS });
    expect(await conditionOf(api)).toBe('sound');
  });
});

describe('events', () => {
  const head = `{"specversion":"1.0","source":"${SOURCE}","sentAt":"2026-01-01T00:00:00Z"`;

  /** Sends the packet as text, and answers what the door said of it. */
  async function send(texts: readonly string[]): Promise<Record<string, unknown>> {
    const { socket } = await connectPlay(api.url, { token: api.token });
    const closed = new Promise<Record<string, unknown>>((resolve) => {
      socket.once('disconnect', () => resolve({ ok: false, error: { code: 'closed' } }));
    });
    const answered = new Promise<Record<string, unknown>>((resolve) => {
      socket.io.engine.on('packet', ({ data }) => {
        const reply = /^3\/play,7(\[.*)$/s.exec(String(data))?.[1];
        if (reply !== undefined) resolve(JSON.parse(reply)[0]);
      });
    });
    socket.io.engine.write(`2/play,7["events:send",${head},"events":[${texts.join(',')}]}]`);
    const reply = await Promise.race([answered, closed, silence()]);
    socket.disconnect();
    return reply;
  }

  it('with a hostile value in any field are refused, each with its code', async () => {
    const texts = hostileEvents(packetEvent('CLOCK')).filter(({ text }) => text.length < LARGE);
    for (let from = 0; from < texts.length; from += EVENTS_AT_ONCE) {
      const some = texts.slice(from, from + EVENTS_AT_ONCE);
      const reply = await send(some.map(({ text }) => text));
      expect(reply, JSON.stringify(some.map(({ name }) => name))).toMatchObject({ ok: true });
      expect(reply['acks']).toHaveLength(some.length);
    }
    expect(await conditionOf(api)).toBe('sound');
  });

  const large = HOSTILE_VALUES.filter(({ text }) => text.length >= LARGE);

  it.each(large)('with a field that fills a packet do not disturb: $name', async ({ text }) => {
    for (const field of ['id', 'data', 'player']) {
      const reply = await send([withField(packetEvent('CLOCK'), field, text)]);
      const isClosed = reply['ok'] === false && text.length > WIRE_LIMITS.frameBytes;
      expect(reply, field).toMatchObject(isClosed ? {} : { ok: true, acks: ['invalid'] });
    }
    expect(await conditionOf(api)).toBe('sound');
  });

  it('of any kind are answered one by one, or their socket is closed', async () => {
    const some = fc.array(anyEventText(packetEvent('CLOCK')), { minLength: 1, maxLength: 5 });
    const property = fc.asyncProperty(some, async (texts) => {
      const reply = await send(texts);
      if (reply['ok'] === true) expect(reply['acks']).toHaveLength(texts.length);
      else expect(reply['error']).toMatchObject({ code: expect.any(String) });
    });
    await fc.assert(property, { numRuns: RUNS });
    expect(await conditionOf(api)).toBe('sound');
  });
});

function silence(): Promise<Record<string, unknown>> {
  const signal = AbortSignal.timeout(ANSWER_MS);
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve({ ok: 'silence' }));
  });
}

describe('frames', () => {
  /** Writes a frame on a socket of its own, and waits until the door has read it. */
  async function write(text: string): Promise<void> {
    const { socket } = await connectPlay(api.url, { token: api.token });
    const { engine } = socket.io;
    const over = new Promise((resolve) => {
      engine.once('close', resolve);
      engine.on('packet', ({ data }) => {
        if (String(data).startsWith('3/play,424242')) resolve(undefined);
      });
    });
    engine.write(text);
    engine.write('2/play,424242["board:get",{}]');
    await Promise.race([over, silence()]);
    socket.disconnect();
  }

  it.each(HOSTILE_FRAMES)('do not disturb: $name', async ({ text }) => {
    await write(text);
    expect(await conditionOf(api)).toBe('sound');
  });

  it('of any kind do not disturb', async () => {
    await fc.assert(fc.asyncProperty(anyFrame(), write), { numRuns: RUNS });
    expect(await conditionOf(api)).toBe('sound');
  });

  it('of a stranger who never says who he is do not disturb', async () => {
    const socket = io(`${api.url}/admin`, { transports: ['websocket'], reconnection: false });
    await new Promise((resolve) => socket.once('connect_error', resolve));
    socket.disconnect();
    expect(await conditionOf(api)).toBe('sound');
  });
});

describe('tokens and hunt files', () => {
  it('that are hostile tokens open nothing', async () => {
    for (const { name, text } of hostileTokens(api.token)) {
      const answer = await answerTo('POST /v1/events', { token: text, body: '{}' });
      expect(answer, name).toMatch(/^refused as token_(missing|invalid)$/);
      const { refused } = await connectPlay(api.url, { token: text });
      expect(refused, name).toMatchObject({ code: expect.stringMatching(/^token_/) });
    }
    expect(await conditionOf(api)).toBe('sound');
  });

  it.each(HOSTILE_HUNTS)('that are hostile hunts are refused: $name', async ({ text }) => {
    const options = { token: api.token, body: text, type: 'application/yaml' };
    const answer = await answerTo('PUT /v1/hunts/hostile', options);
    expect(answer).toMatch(/^refused as (invalid_hunt|malformed)$/);
    expect(await conditionOf(api)).toBe('sound');
  });

  it('that are hunts of 10 MB are refused before they are read', async () => {
    const { hostname, port } = new URL(api.url);
    const connection = connect(Number(port), hostname);
    const head = ['PUT /v1/hunts/hostile HTTP/1.1', 'Host: a', 'Content-Type: application/yaml'];
    const sized = [`Authorization: Bearer ${api.token}`, `Content-Length: ${10 * MEGABYTE}`];
    connection.write([...head, ...sized, '', 'trove: 1'].join('\r\n'));
    let answer = '';
    for await (const part of connection) {
      answer += String(part);
      if (answer.includes('"code"')) break;
    }
    expect(answer).toMatch(/^HTTP\/1\.1 413 .*"code":"too_large"/s);
    const body = `trove: 1\n# ${'a'.repeat(10 * MEGABYTE)}`;
    const whole = { token: api.token, body, type: 'application/yaml' };
    expect(await answerTo('PUT /v1/hunts/hostile', whole)).toMatch(
      /^(refused as too_large|closed)$/,
    );
    expect(await conditionOf(api)).toBe('sound');
  });
});
