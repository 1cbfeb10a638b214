/** Hunts are published beside players: a door checks files in another thread, some at a time. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Api, call, cloudEvent, openApi } from './installation.js';

/** More than one that is checked and those that may wait for it. */
const AT_ONCE = 16;
const CLUES = 1_500;

let api: Api;
beforeAll(async () => {
  api = await openApi(13);
});
afterAll(() => api.close());

function fileOf(slug: string): string {
  const clues = Array.from({ length: CLUES }, (_, i) => {
    return `  - { id: c${i}, title: "Clue ${i}", points: 10, find: { code: CODE-${i} } }`;
  });
  return `trove: 1\nslug: ${slug}\ntitle: Large\nclues:\n${clues.join('\n')}\n`;
}

async function publish(number: number) {
  const slug = `large-${number}`;
  const put = { token: api.token, body: fileOf(slug), type: 'application/yaml' };
  return await call(api.url, `PUT /v1/hunts/${slug}`, put);
}

it('tells too many at once to come again, and takes events meanwhile', async () => {
  const published = Promise.all(Array.from({ length: AT_ONCE }, (_, number) => publish(number)));
  const event = { token: api.token, body: JSON.stringify(cloudEvent('CLOCK')), prefer: 'wait=5' };
  const scored = await call(api.url, 'POST /v1/events', event);
  expect(scored.body).toMatchObject({ acks: ['appended'], results: [{ outcome: 'accepted' }] });
  const replies = await published;
  const waved = replies.filter(({ status }) => status === 503);
  expect(waved.length).toBeGreaterThan(0);
  for (const { body } of waved) expect(body).toMatchObject({ code: 'busy' });
  expect(replies.length - waved.length).toBeGreaterThanOrEqual(9);
  for (const [number, { status }] of replies.entries()) {
    expect(status === 503 || status === 201).toBe(true);
    if (status === 503) expect(await publish(number)).toMatchObject({ status: 201 });
  }
});
