/** What door and worker show Prometheus is what docs/metrics.md says, after a little play. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { documented, exposed } from '../fixtures/metricsTable.js';
import { type Api, call, cloudEvent, HUNT, openApi } from './installation.js';

const DATABASE = 6;
/** Longer than one run of the ledger's sink takes to acknowledge its first commit. */
const SETTLE_MS = 15_000;
const LOOK_MS = 100;

const EVENTS = 'application/cloudevents+json';
/** Its rule divides by zero at every event. */
const FAULTY = {
  trove: 1,
  slug: 'faulty-hunt',
  title: 'A rule that fails',
  clues: [{ id: 'clock', title: 'Clock', points: 1, find: { code: 'CLOCK' } }],
  rules: [
    {
      id: 'odd',
      on: 'code.scanned.v1',
      when: '1 / (team.score - team.score) > 0',
      then: { award: 5 },
    },
  ],
};

/** Looks at more than contracts: a second tap, a code it does not expect, a team that guesses. */
const STRICT = {
  trove: 1,
  slug: 'strict-hunt',
  title: 'A hunt that looks closely',
  clues: [{ id: 'riddle', title: 'Riddle', points: 1, find: { answer: { accept: ['lantern'] } } }],
  quality: {
    dedup: {
      fingerprint: { mode: 'observe', windows: [{ on: 'code.scanned.v1', windowS: 60 }] },
    },
    fairPlay: { guessing: { wrong: 1, inS: 600 } },
    expectations: [
      {
        id: 'known-code',
        on: 'code.scanned.v1',
        expect: { field: 'code', oneOf: ['CLOCK'] },
        otherwise: 'warn',
      },
    ],
  },
};

let api: Api;
let door = '';
let worker = '';

beforeAll(async () => {
  api = await openApi(DATABASE);
  await play();
  door = await metricsOf(api.door.port);
  worker = await metricsWithLedger();
});
afterAll(() => api.close());

/** Something of each kind: good, bad, repeated, a rule that fails. */
async function play(): Promise<void> {
  const { url, token } = api;
  for (const hunt of [FAULTY, STRICT]) {
    const body = JSON.stringify(hunt);
    const published = await call(url, `PUT /v1/hunts/${hunt.slug}`, { token, body });
    if (published.status !== 201) throw new Error(JSON.stringify(published.body));
  }
  const strict = { hunt: STRICT.slug };
  for (let tap = 0; tap < 2; tap += 1) await send(JSON.stringify(cloudEvent('ODD', strict)));
  const guess = { ...strict, type: 'clue.answered.v1' };
  for (const answer of ['candle', 'torch']) {
    const data = { clue: 'riddle', answer };
    await send(JSON.stringify(cloudEvent('', { ...guess, data })));
  }
  const found = cloudEvent('CLOCK');
  for (const event of [found, found, cloudEvent('NOTHING')]) await send(JSON.stringify(event));
  await send(JSON.stringify(cloudEvent('CLOCK', { hunt: FAULTY.slug })));
  await send(JSON.stringify(cloudEvent('CLOCK', { type: 'code.eaten.v1' })));
  await send('{');
  const next = `GET /v1/hunts/${HUNT}/teams/${String(found['team'])}/recommendations`;
  const answer = await call(url, next, { token });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

async function send(body: string): Promise<void> {
  await call(api.url, 'POST /v1/events', {
    token: api.token,
    body,
    type: EVENTS,
    prefer: 'wait=5',
  });
}

async function metricsOf(port: number): Promise<string> {
  return await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
}

/** The worker's metrics once the ledger has taken everything. */
async function metricsWithLedger(): Promise<string> {
  return await vi.waitFor(
    async () => {
      const text = await metricsOf(api.worker.port);
      const lags = [...text.matchAll(/^trove_sink_lag_events\{.*sink="ledger".*\} (\d+)$/gm)];
      if (lags.length > 0 && lags.every(([, lag]) => lag === '0')) return text;
      throw new Error('the ledger does not catch up');
    },
    { timeout: SETTLE_MS, interval: LOOK_MS },
  );
}

describe('/metrics', () => {
  it('of a door has the names, types and labels of the documents', () => {
    expect(exposed(door)).toEqual(documented('ingest'));
  });

  it('of a worker has the names, types and labels of the documents', () => {
    expect(exposed(worker)).toEqual(documented('worker'));
  });

  it('counts what was played', () => {
    expect(door).toContain('trove_acks_total{ack="appended",app="ingest"} 8');
    expect(door).toContain('trove_acks_total{ack="invalid",app="ingest"} 1');
    expect(door).toContain('trove_refused_packets_total{code="malformed",app="ingest"} 1');
    expect(door).toMatch(/^trove_event_duration_seconds_count\{stage="whole",app="ingest"\} 8$/m);
    const outcomes = `trove_events_total{outcome="duplicate",hunt="${HUNT}",app="worker"} 1`;
    expect(worker).toContain(outcomes);
    expect(worker).toContain(`trove_rule_faults_total{hunt="${FAULTY.slug}",app="worker"} 1`);
  });
});
