/** What the door answers to bodies of HTTP that hold what nobody can read, and what it keeps. */
import { connect } from 'node:net';
import { connectRedis, DEFAULT_KEYS, globalKeys } from '@trove/streams';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Api, call, cloudEvent, HUNT, openApi, SOURCE } from './installation.js';
import { playerToken, sourceOf } from './playerToken.js';

const WITHIN = { timeout: 10_000, interval: 50 };

let api: Api;
beforeAll(async () => {
  api = await openApi(11);
});
afterAll(() => api.close());

describe('a list', () => {
  it('with an odd element among good ones is answered element by element', async () => {
    const list = [
      cloudEvent('CLOCK', { team: 'list' }),
      null,
      cloudEvent('NO', { team: 'list' }),
      { ...cloudEvent('NO'), source: undefined },
      cloudEvent('NO', { team: 'list', sentat: 'noon' }),
      cloudEvent('NO', { source: '/trove/control' }),
      cloudEvent('NO', { team: 'list' }),
    ];
    const type = 'application/cloudevents-batch+json';
    const options = { token: api.token, type, body: JSON.stringify(list), prefer: 'wait=5' };
    const { status, body } = await call(api.url, 'POST /v1/events', options);
    const acks = ['appended', 'invalid', 'appended', 'invalid', 'invalid', 'invalid', 'appended'];
    expect([status, body['acks']]).toEqual([200, acks]);
    expect(body['errors']).toMatchObject({
      1: { code: 'malformed' },
      3: { code: 'malformed', path: 'source' },
      4: { code: 'malformed', path: 'sentAt' },
      5: { code: 'other_source' },
    });
    expect(body['results']).toMatchObject([
      { id: list[0]?.id, verdict: 'solved' },
      { id: list[2]?.id, verdict: 'no_clue' },
      { id: list[6]?.id, verdict: 'no_clue' },
    ]);
  });

  it.each([
    { where: 'first, without a', spoilt: { specversion: undefined }, at: 0 },
    { where: 'in the middle, with another', spoilt: { specversion: '0.3' }, at: 1 },
  ])('is refused only the event $where specversion', async ({ spoilt, at }) => {
    const list = Array.from({ length: 3 }, (_, i) => {
      return cloudEvent('NO', { team: 'versions', ...(i === at ? spoilt : {}) });
    });
    const type = 'application/cloudevents-batch+json';
    const options = { token: api.token, type, body: JSON.stringify(list), prefer: 'wait=5' };
    const { status, body } = await call(api.url, 'POST /v1/events', options);
    const acks = list.map((_, i) => (i === at ? 'invalid' : 'appended'));
    expect([status, body['acks']]).toEqual([200, acks]);
    expect(body['errors']).toMatchObject({ [at]: { code: 'malformed', path: 'specversion' } });
    const decided = list.filter((_, i) => i !== at).map(({ id }) => ({ id, verdict: 'no_clue' }));
    expect(body['results']).toMatchObject(decided);
  });

  it('of which no element can be read gets the problem itself', async () => {
    const options = { token: api.token, body: JSON.stringify([null, 7]) };
    const { status, body } = await call(api.url, 'POST /v1/events', options);
    expect([status, body['code']]).toEqual([400, 'malformed']);
  });
});

/** Sends one body many times on one connection without waiting, and answers all it gets. */
async function postAtOnce(body: string, of: { token: string; times: number }): Promise<string> {
  const { hostname, port } = new URL(api.url);
  const raw = connect(Number(port), hostname);
  const head = `POST /v1/events HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json`;
  const sized = `${head}\r\nauthorization: Bearer ${of.token}\r\ncontent-length: ${body.length}`;
  raw.write(`${sized}\r\n\r\n${body}`.repeat(of.times - 1));
  raw.write(`${sized}\r\nconnection: close\r\n\r\n${body}`);
  let answers = '';
  for await (const chunk of raw) answers += String(chunk);
  return answers;
}

describe('bodies', () => {
  const post = (body: BodyInit, token = api.token) => {
    return call(api.url, 'POST /v1/events', { token, body });
  };

  it('of a known sender that can’t be taken apart are kept as they came', async () => {
    const many = JSON.stringify(Array.from({ length: 501 }, () => 1));
    for (const body of [many, '[]', Buffer.from([0x7b, 0xff, 0x7d])]) {
      const { status, body: said } = await post(body);
      expect([status, said['code']]).toEqual([400, 'malformed']);
    }
    const redis = connectRedis(api.redisUrl, { name: 'kept' });
    const rows = await redis.xrevrange(globalKeys(DEFAULT_KEYS).quarantine, '+', '-', 'COUNT', 3);
    redis.disconnect();
    const kept = rows.map(([, [, record = '']]) => JSON.parse(record));
    expect(kept).toMatchObject([
      { detail: 'the body is not UTF-8', original: 'bytes as base64: e/99', source: SOURCE },
      { detail: '1 to 500 events, not 0', original: '[]', source: SOURCE },
      { detail: '1 to 500 events, not 501', original: many, source: SOURCE },
    ]);
  });

  it('that nobody can read count as events of the player who sends them', async () => {
    const [player, team] = ['scrawl', 'scrawlers'];
    const token = await playerToken({ hunt: HUNT, player, team });
    const source = sourceOf({ hunt: HUNT, player });
    const event = () => cloudEvent('NO', { source, player, team });
    const burst = JSON.stringify(Array.from({ length: 500 }, event));
    expect((await post(burst, token)).status).toBe(202);
    const answers = await postAtOnce('{"id": ', { token, times: 300 });
    expect(answers).toContain('HTTP/1.1 400');
    const limited = answers.slice(answers.indexOf('HTTP/1.1 429'));
    expect(limited).toMatch(/retry-after: 1\r\n[^{]*\{.*"detail":"too many events of one player"/);
    const later = async () => (await post(JSON.stringify(event()), token)).status;
    await vi.waitFor(async () => expect(await later()).toBe(202), WITHIN);
  });
});
