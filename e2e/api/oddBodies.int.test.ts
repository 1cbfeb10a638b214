/** What the door answers to bodies of HTTP that hold what nobody can read, and what it keeps. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Api, call, cloudEvent, HUNT, openApi } from './installation.js';
import { playerToken, sourceOf } from './playerToken.js';

const WITHIN = { timeout: 10_000, interval: 50 };

let api: Api;
beforeAll(async () => {
  api = await openApi(11);
});
afterAll(() => api.close());

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
