import { type DoorClaims, type ProblemCode, problem } from '@trove/contracts';
import { MetricsCollector, type Quarantining } from '@trove/streams';
import { expect, it } from 'vitest';
import { DOOR_RATES } from '../limits.js';
import { EventRates } from '../rates/eventRates.js';
import { refuseWhole } from './refuseWhole.js';

const PLAYER = { kind: 'player', sub: 'ada', hunt: 'night', team: 'owls', source: '/ada' };
const SERVER = { kind: 'source', sub: '/servers/one', hunts: ['*'], may: ['send'] };
const packet = { value: '{', transport: 'http', bytes: ['{'], receivedAtUs: 0 } as const;

/** What keeps refused packets, and how long quarantine says to wait. */
function openRefusals(retryAfterMs?: number) {
  const kept: Quarantining[] = [];
  const metrics = new MetricsCollector('door', 'ingest');
  const deps = {
    metrics,
    rates: new EventRates(1_000),
    pressure: { retryAfterMs: () => undefined, retryRefusalsAfterMs: () => retryAfterMs },
    quarantine: async (refused: readonly Quarantining[]) => void kept.push(...refused),
    onError: () => undefined,
  };
  const refuse = (claims: object, code: ProblemCode = 'malformed') =>
    refuseWhole(deps, { packet, claims: claims as DoorClaims, error: problem(code, 'why') });
  return { refuse, kept, counted: () => Object.fromEntries(metrics.totalsNow().counts) };
}

it('keeps no more of a player than it may send, and says when it may again', async () => {
  const { refuse, kept, counted } = openRefusals();
  const { burst } = DOOR_RATES.player;
  for (let i = 0; i < burst; i += 1) await refuse(PLAYER);
  expect(await refuse(PLAYER, 'other_source')).toMatchObject({
    code: 'rate_limited',
    detail: 'too many events of one player',
    retryAfterMs: 1000 / DOOR_RATES.player.perSecond,
  });
  expect(kept).toHaveLength(burst);
  expect(counted()).toMatchObject({
    'unattributed malformed': burst,
    'unattributed rate_limited': 1,
  });
  expect(await refuse({ ...PLAYER, source: '/bob' })).toMatchObject({ code: 'malformed' });
  expect(await refuse(SERVER)).toMatchObject({ code: 'malformed' });
});

it('keeps nothing while quarantine is full, of nobody', async () => {
  const { refuse, kept } = openRefusals(2_000);
  for (const claims of [PLAYER, SERVER]) {
    expect(await refuse(claims)).toMatchObject({ code: 'busy', retryAfterMs: 2_000 });
  }
  expect(kept).toEqual([]);
});

it('asks nothing of what is only counted', async () => {
  const { refuse, kept, counted } = openRefusals(2_000);
  const { burst } = DOOR_RATES.player;
  for (let i = 0; i <= burst; i += 1) await refuse(PLAYER, 'token_expired');
  expect(counted()).toMatchObject({ 'unattributed token_expired': burst + 1 });
  expect(kept).toEqual([]);
});
