/** A hunt whose rules have limits and messages, and what its tests send and ask at the door. */
import { randomUUID } from 'node:crypto';
import type { Receipt } from '@trove/contracts';
import { expect } from 'vitest';
import { type Api, call, cloudEvent } from './installation.js';

export const SLUG = 'receipt-hunt';
export const FILE = {
  trove: 1,
  slug: SLUG,
  title: 'Receipts',
  joinCode: 'PAPER',
  clues: [
    { id: 'clock', title: 'Clock', points: 20, find: { code: 'CLOCK' } },
    { id: 'mast', title: 'Mast', points: 10, find: { code: 'MAST' } },
  ],
  rules: [
    { id: 'early-bird', when: 'verdict == "solved"', limit: { first: 1 }, then: { award: 5 } },
    {
      id: 'night-owl',
      when: 'verdict == "solved" && (team.solved >= 2 || clue.id == "mast")',
      then: { message: 'Hoo.' },
    },
    { id: 'once', when: 'true', limit: { perTeam: 1 }, then: { award: 1 } },
  ].map((rule) => ({ on: 'code.scanned.v1', ...rule })),
};

/** `api` is asked at every step: it is there only once the tests have begun. */
export function receiptSteps(api: () => Api) {
  async function scan(code: string, team: string, more: Record<string, unknown> = {}) {
    const event = cloudEvent(code, { hunt: SLUG, team, player: team, ...more });
    const body = JSON.stringify(event);
    const type = 'application/cloudevents+json';
    const sent = await call(api().url, 'POST /v1/events', {
      token: api().token,
      body,
      type,
      prefer: 'wait=10',
    });
    expect(sent.status).toBe(200);
    return event;
  }

  async function ask(path: string, token = api().token) {
    const { status, body, type } = await call(api().url, `GET /v1/events/${path}`, { token });
    return { status, code: body['code'], type, receipt: body['receipt'] as Receipt };
  }

  async function join(team: string) {
    const player = randomUUID();
    const body = JSON.stringify({ code: 'PAPER', playerId: player, teamName: team });
    const joined = await call(api().url, `POST /v1/hunts/${SLUG}/join`, { body });
    const { token, source } = joined.body as { token: string; source: string };
    return { token, source, player };
  }

  return { scan, ask, join };
}
