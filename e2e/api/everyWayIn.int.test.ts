/**
 * Every message of the socket and every route of HTTP, as the door's own tables have them, under
 * what a fuzzer makes of their schemas. Each answer is one that its row names, and after all of it
 * the door takes a good event.
 */
import { WIRE_LIMITS } from '@trove/contracts';
import { HTTP_ROUTES } from '@trove/contracts/api';
import {
  anyArguments,
  anyRequest,
  codeOfAnswer,
  codeOfReply,
  type DrawnRequest,
  hostileSender,
  JOIN_CODE,
  MESSAGE_NAMES,
  type Sender,
  seedFrom,
  targetHunt,
  type Who,
} from '@trove/testkit';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conditionOf } from './condition.js';
import { type Api, call, connectPlay, openApi, type PlaySocket, SOURCE } from './installation.js';

const SEED = seedFrom(process.env['TROVE_SEED']);
const RUNS = { numRuns: 40, seed: SEED };
/** Somebody who may, a player, and one who has left its team. */
type Speaker = 'source' | 'player' | 'gone';

const [PLAYED, STEERED] = ['played', 'steered'];
const ANSWER_MS = 10_000;
/** After these the door closes the connection of who is gone. */
const ENDS: ReadonlySet<string> = new Set(['team:leave', 'team:remove']);
const IS_ANSWER = /^(ok|[a-z_]+)$/;

let api: Api;
let player: Who;
let senders: Readonly<Record<Speaker, Sender>>;

beforeAll(async () => {
  api = await openApi(4);
  for (const slug of [PLAYED, STEERED]) {
    const body = JSON.stringify(targetHunt(slug));
    await call(api.url, `PUT /v1/hunts/${slug}`, { token: api.token, body });
  }
  const gone = await join();
  await call(api.url, `POST /v1/hunts/${PLAYED}/leave`, { token: gone.token });
  const source = { source: SOURCE, team: 'herons', player: 'ada', token: api.token };
  const hunts = { hunt: PLAYED, steered: STEERED, newId: uuidv7 };
  senders = {
    source: hostileSender({ ...hunts, who: () => source }),
    player: hostileSender({ ...hunts, who: () => player }),
    gone: hostileSender({ ...hunts, who: () => gone }),
  };
});
afterAll(() => api.close());

/** A player who has just made a team. */
async function join(): Promise<Who> {
  const body = JSON.stringify({ code: JOIN_CODE, playerId: crypto.randomUUID() });
  const reply = await call(api.url, `POST /v1/hunts/${PLAYED}/join`, { body });
  expect(reply.status).toBe(200);
  return reply.body as unknown as Who;
}

/** Drawn for one of these. */
function ofAny<T>(speakers: readonly Speaker[], draw: (sender: Sender) => fc.Arbitrary<T>) {
  const by = (as: Speaker) => draw(senders[as]).map((drawn) => ({ as, drawn }));
  return fc.oneof(...speakers.map(by));
}

describe(`messages (seed ${SEED})`, () => {
  const open = new Map<Speaker, PlaySocket>();
  const leave = (as: Speaker) => open.get(as)?.socket.disconnect();

  /** A player that has left its team is another one from then on. */
  async function socketOf(as: Speaker): Promise<PlaySocket['socket']> {
    const known = open.get(as);
    if (known?.socket.connected === true) return known.socket;
    const opened = await connectPlay(api.url, { token: senders[as].token() });
    open.set(as, opened);
    if (opened.refused === undefined) return opened.socket;
    expect(opened.refused).toMatchObject({ code: 'not_in_team' });
    player = await join();
    return await socketOf(as);
  }

  let number = 0;

  /** Sends it as text, with a question behind it; what is said of it, or `closed`. */
  async function say(as: Speaker, name: string, text: string): Promise<unknown> {
    const socket = await socketOf(as);
    number += 1;
    const mine = `3/play,${number}[`;
    const { engine } = socket.io;
    const answer = new Promise<unknown>((resolve) => {
      socket.once('disconnect', () => resolve('closed'));
      engine.on('packet', ({ data }) => {
        if (String(data).startsWith(mine)) resolve(JSON.parse(String(data).slice(mine.length - 1)));
      });
    });
    engine.write(`2/play,${number}["${name}"${text === '' ? '' : ','}${text}]`);
    return await Promise.race([answer, silence()]);
  }

  it.each(MESSAGE_NAMES)('%s is answered as its row says, or closes the socket', async (name) => {
    player = await join();
    const drawn = ofAny(['source', 'player'], (sender) => anyArguments(name, sender));
    const property = fc.asyncProperty(drawn, async ({ as, drawn: text }) => {
      const reply = await say(as, name, text);
      if (reply === 'closed') expect(mayClose(text)).toBe(true);
      else expect(codeOfReply(name, (reply as unknown[])[0])).toMatch(IS_ANSWER);
      if (ENDS.has(name)) leave(as);
    });
    await fc.assert(property, RUNS);
    for (const as of open.keys()) leave(as);
    expect(await conditionOf(api)).toBe('sound');
  });
});

/** Only what is too large, or is no packet at all, ends a connection. */
function mayClose(text: string): boolean {
  if (Buffer.byteLength(text) > WIRE_LIMITS.frameBytes - 100) return true;
  try {
    JSON.parse(`[${text}]`);
    return false;
  } catch {
    return true;
  }
}

function silence(): Promise<'silence'> {
  const signal = AbortSignal.timeout(ANSWER_MS);
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve('silence'));
  });
}

describe(`routes (seed ${SEED})`, () => {
  async function request({ path, ...init }: DrawnRequest) {
    try {
      const reply = await fetch(api.url + path, {
        ...init,
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      const isJson = reply.headers.get('content-type')?.includes('json') === true;
      return { status: reply.status, body: isJson ? await reply.json() : undefined };
    } catch (error) {
      if (error instanceof TypeError) return 'closed';
      throw error;
    }
  }

  const routes = HTTP_ROUTES.map((route) => ({ ...route, is: `${route.method} ${route.path}` }));

  it.each(routes)('$is answers as its row says', async (route) => {
    player = await join();
    const drawn = ofAny(['source', 'player', 'gone'], (sender) => anyRequest(route, sender));
    const property = fc.asyncProperty(drawn, async ({ as, drawn: asked }) => {
      const answer = await request(asked);
      if (answer === 'closed') expect(asked.body?.length).toBeGreaterThan(WIRE_LIMITS.frameBytes);
      else expect(codeOfAnswer(route, answer)).toMatch(IS_ANSWER);
      if (route.name === 'leaveHunt' && as === 'player') player = await join();
    });
    await fc.assert(property, RUNS);
    expect(await conditionOf(api)).toBe('sound');
  });
});
