/** Publishes a small hunt at a door and plays one event of it. */
import { SignJWT } from 'jose';
import { v7 as uuidv7 } from 'uuid';

const HUNT = {
  trove: 1,
  slug: 'one-clue',
  title: 'One clue',
  clues: [{ id: 'clock', title: 'Clock', points: 20, find: { code: 'CLOCK' } }],
};

/** @returns {Promise<string>} outcome and verdict of the event, or what was answered instead */
export async function playOnce(url, secret) {
  const token = await new SignJWT({
    kind: 'source',
    hunts: ['*'],
    may: ['send', 'publish', 'operate'],
  })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('/by-hand')
    .setAudience('trove-door')
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(secret));
  const ask = (path, { method, type, body }) =>
    fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': type, prefer: 'wait=5' },
      body: JSON.stringify(body),
    });
  const path = `/v1/hunts/${HUNT.slug}`;
  const published = await ask(path, { method: 'PUT', type: 'application/yaml', body: HUNT });
  if (published.status !== 201) return `not published: ${await published.text()}`;
  const event = {
    specversion: '1.0',
    id: uuidv7(),
    source: '/by-hand',
    type: 'code.scanned.v1',
    time: new Date().toISOString(),
    hunt: HUNT.slug,
    player: 'ada',
    team: 'herons',
    data: { code: 'CLOCK' },
  };
  const type = 'application/cloudevents+json';
  const reply = await (await ask('/v1/events', { method: 'POST', type, body: event })).json();
  const result = reply.results?.[0];
  return `${result?.outcome} ${result?.verdict} ${result?.points}`;
}
