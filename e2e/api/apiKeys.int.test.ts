/** What API keys may do to hunts, and what the audit log keeps of it. */
import { createHash, randomUUID } from 'node:crypto';
import type { KeyRight } from '@trove/contracts';
import { auditStore, createDb, type Db, draftStore, keyStore } from '@trove/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, call, HUNT, openApi } from './installation.js';

const FREEZE = JSON.stringify({ type: 'board.freeze_changed.v1', data: { isFrozen: true } });
const FILE = {
  trove: 1,
  slug: 'reviewed-night',
  title: 'Reviewed night',
  clues: [{ id: 'clock', title: 'Clock', points: 20, find: { code: 'CLOCK' } }],
};

let api: Api;
let db: Db;

beforeAll(async () => {
  api = await openApi(14);
  db = createDb(api.databaseUrl);
});
afterAll(async () => {
  await db.close();
  await api.close();
});

async function keyFor(...may: readonly KeyRight[]) {
  const token = `trove_${randomUUID()}`;
  const digest = createHash('sha256').update(token).digest('hex');
  const id = randomUUID();
  const key = { id, name: `Gate of ${may.join(' and ')}`, prefix: 'trove_', digest, may };
  await keyStore(db).add({ ...key, source: '/gates/north', hunts: ['*'], createdBy: 'ada' });
  return { token, actor: `key:${id}`, name: key.name };
}

const publish = (token: string, title: string) => {
  const body = JSON.stringify({ ...FILE, title });
  return call(api.url, `PUT /v1/hunts/${FILE.slug}`, { token, body });
};

describe('an API key', () => {
  it('that may publish steers no live hunt', async () => {
    const { token } = await keyFor('publish');
    const answers = await Promise.all([
      call(api.url, `POST /v1/hunts/${HUNT}/operations`, { token, body: FREEZE }),
      call(api.url, `POST /v1/hunts/${HUNT}/phase`, { token, body: '{"phase":"paused"}' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  });

  it('that may operate does, publishes nothing, and stands in the audit log', async () => {
    const { token, actor, name } = await keyFor('operate');
    const options = { token, body: FREEZE };
    const done = await call(api.url, `POST /v1/hunts/${HUNT}/operations`, options);
    expect(done.status).toBe(200);
    expect((await publish(token, 'By an operator')).status).toBe(403);
    const entry = { name, act: 'operate-hunt', subject: `hunt:${HUNT}`, after: JSON.parse(FREEZE) };
    await expect.poll(() => auditStore(db).list({ actor })).toMatchObject([entry]);
  });

  it('publishes with an entry in the audit log, and not while the draft is reviewed', async () => {
    const { token, actor, name } = await keyFor('publish');
    expect((await publish(token, 'First')).status).toBe(201);
    const after = { version: 1 };
    const entry = { name, act: 'publish-hunt', subject: `hunt:${FILE.slug}`, after };
    await expect.poll(() => auditStore(db).list({ actor })).toMatchObject([entry]);
    const drafts = draftStore(db);
    const { slug, title } = FILE;
    const by = 'ada@trove.test';
    const draft = { slug, title, source: 'trove: 1', baseVersion: 1 };
    await drafts.create({ ...draft, by, isWritten: true });
    await drafts.change({ slug, revision: 1, by, set: { needsReview: true } });
    expect(await publish(token, 'Second')).toMatchObject({
      status: 409,
      body: { code: 'not_possible' },
    });
    await drafts.review({ slug, revision: 2, by: 'eve@trove.test', says: '' });
    expect((await publish(token, 'Second')).status).toBe(201);
  });
});
