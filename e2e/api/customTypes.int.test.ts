/** Event types of a hunt's own, from publishing to the receipt and back from quarantine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, call, cloudEvent, openApi } from './installation.js';

const SLUG = 'flag-hunt';
const TYPE = 'custom.flag.raised.v1';
const HIGH = {
  ...{ id: 'high', on: TYPE, when: "event.data.colour == 'red' && event.data.heightM > 2" },
  then: { award: 7 },
};

function file(fields: readonly object[], more: object = {}) {
  return {
    ...{ trove: 1, slug: SLUG, title: 'Flags', joinCode: 'FLAGS' },
    clues: [{ id: 'clock', title: 'Clock', points: 20, find: { code: 'CLOCK' } }],
    eventTypes: [{ type: TYPE, fields }],
    ...more,
  };
}

const HEIGHT = { name: 'heightM', kind: 'number', min: 0, max: 50 };
const COLOUR = { name: 'colour', kind: 'one_of', oneOf: ['red', 'blue'] };

let api: Api;
beforeAll(async () => {
  api = await openApi(9);
  await publish(file([COLOUR, HEIGHT], { rules: [HIGH] }));
});
afterAll(() => api.close());

async function publish(hunt: object): Promise<number> {
  const body = JSON.stringify(hunt);
  return (await call(api.url, `PUT /v1/hunts/${SLUG}`, { token: api.token, body })).status;
}

async function send(data: object, more: Record<string, unknown> = {}) {
  const event = cloudEvent('', { hunt: SLUG, type: TYPE, data, ...more });
  const options = { token: api.token, body: JSON.stringify(event), prefer: 'wait=5' };
  return { event, ...(await call(api.url, 'POST /v1/events', options)) };
}

describe('an event of a hunt’s own type', () => {
  it('CT6 is judged by its rules, and has a receipt', async () => {
    const { status, body, event } = await send({ colour: 'red', heightM: 3 });
    expect(status).toBe(200);
    expect(body['results']).toMatchObject([
      { outcome: 'accepted', verdict: 'noted', points: 7, rules: ['high'] },
    ]);
    const request = `GET /v1/events/${event.id}/receipt?hunt=${SLUG}`;
    const receipt = await call(api.url, request, { token: api.token });
    expect(receipt.body['receipt']).toMatchObject({
      ...{ type: TYPE, data: { colour: 'red', heightM: 3 }, points: 7 },
      rules: [{ rule: 'high', reply: 'fired' }],
    });
  });

  it('CT5 is the same in any order of its fields, and a conflict when they differ', async () => {
    const first = await send({ colour: 'blue', heightM: 3 });
    const { id, time } = first.event;
    const again = await send({ heightM: 3, colour: 'blue' }, { id, time });
    const other = await send({ heightM: 4, colour: 'blue' }, { id, time });
    expect(again.body['results']).toMatchObject([{ outcome: 'duplicate' }]);
    expect(other.body['results']).toMatchObject([{ outcome: 'conflict' }]);
  });

  it('CT3 and CT4 are refused with the field, or with the types there are', async () => {
    const broken = await send({ colour: 'green', heightM: 3 });
    expect(broken.status).toBe(422);
    expect(broken.body['errors']).toMatchObject({ 0: { code: 'contract', path: 'data.colour' } });
    const strange = await send({}, { type: 'custom.flag.lowered.v1' });
    expect(strange.body['errors']).toMatchObject({
      0: { code: 'unknown_type', path: 'type', detail: expect.stringContaining(TYPE) },
    });
  });

  it('CT8 is held against a version as soon as that is published', async () => {
    expect(await publish(file([{ ...HEIGHT, kind: 'text', min: 1, max: 9 }]))).toBe(201);
    const old = await send({ colour: 'red', heightM: 3 });
    expect(old.body['errors']).toMatchObject({ 0: { code: 'contract', path: 'data.heightM' } });
    const { body } = await send({ heightM: 'high' });
    expect(body['results']).toMatchObject([{ outcome: 'accepted', verdict: 'noted', version: 2 }]);
  });
});
