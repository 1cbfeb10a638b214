import { Outcome } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { Tally } from '../delivery/tally.js';
import { Meter } from './meter.js';
import { Minutes } from './minutes.js';
import { mixOf } from './mix.js';
import { qualityReport, qualityText } from './qualityReport.js';

describe('a meter', () => {
  it('pairs the answers of an id once there are as many as sendings, and forgets it', () => {
    const meter = new Meter();
    meter.expect('a', 'clean');
    meter.expect('a', 'retry');
    meter.answer('a', { outcome: 'duplicate' });
    expect(meter.counts).toEqual({});
    meter.answer('a', { outcome: 'accepted' });
    meter.answer('a', { outcome: 'duplicate' });
    expect(meter.counts).toEqual({ 'clean>clean': 1, 'retry>duplicate': 1 });
    expect(meter.open).toBe(0);
  });

  it('takes a retry after a while for a sending of its own', () => {
    const meter = new Meter();
    meter.expect('a', 'clean');
    meter.answer('a', { outcome: 'accepted' });
    meter.expect('a', 'retry');
    meter.answer('a', { outcome: 'duplicate' });
    expect(meter.counts).toEqual({ 'clean>clean': 1, 'retry>duplicate': 1 });
  });

  it('tells each count once', () => {
    const meter = new Meter();
    meter.expect('a', 'late');
    meter.answer('a', { outcome: 'late' });
    expect(meter.takeUntold()).toEqual({ 'late>late': 1 });
    expect(meter.takeUntold()).toEqual({});
    expect(meter.counts).toEqual({ 'late>late': 1 });
  });

  it('leaves what nothing was heard of unanswered', () => {
    const meter = new Meter();
    meter.expect('a', 'clean');
    meter.expect('a', 'retry');
    meter.answer('a', { outcome: 'accepted' });
    meter.close();
    expect(meter.counts).toEqual({ 'clean>clean': 1, 'retry>unanswered': 1 });
  });

  it.each(Outcome.options)('knows what %s says of a sending', (outcome) => {
    const meter = new Meter();
    meter.expect('a', 'clean');
    meter.answer('a', { outcome });
    const [pair] = Object.keys(meter.counts);
    expect(pair).toMatch(/^clean>(clean|duplicate|conflict|contract|late|suspected|other)$/);
  });
});

describe('a suspicion', () => {
  it.each([
    [['travel'], 'travel'],
    [['guessing', 'travel'], 'travel'],
    [['guessing', 'sharing'], 'suspected'],
  ] as const)('of %s is called %s', (suspicions, word) => {
    const meter = new Meter();
    meter.expect('a', 'teleport');
    meter.answer('a', { outcome: 'suspected', suspicions });
    expect(meter.counts).toEqual({ [`teleport>${word}`]: 1 });
  });
});

describe('a tally that is metered', () => {
  const result = { hunt: 'h', team: 't', verdict: 'noted' } as const;

  it('takes a repeat under an id of its own for an answer, and for one of its own kind', () => {
    const meter = new Meter();
    const tally = new Tally((id, decided) => meter.answer(id, decided));
    tally.expect('a');
    meter.expect('a', 'doubleTap');
    const repeat = { outcome: 'duplicate', rung: 'fingerprint', firstPosition: 5 } as const;
    tally.result({ hunt: 'h', team: 't', id: 'a', position: 6, ...repeat });
    expect(meter.counts).toEqual({ 'doubleTap>alike': 1 });
    expect(tally.toAsk()).toEqual([]);
  });

  it('takes no second log entry of one sending for the answer to a conflict', () => {
    const meter = new Meter();
    const tally = new Tally((id, decided) => meter.answer(id, decided));
    for (const injected of ['clean', 'alteredPayload'] as const) {
      tally.expect('a', false);
      meter.expect('a', injected);
    }
    tally.result({ ...result, id: 'a', outcome: 'accepted', position: 5 });
    tally.result({ ...result, id: 'a', outcome: 'duplicate', position: 6, firstPosition: 5 });
    tally.result({ ...result, id: 'a', outcome: 'conflict', position: 7, firstPosition: 5 });
    expect(meter.counts).toEqual({ 'clean>clean': 1, 'alteredPayload>conflict': 1 });
    expect(tally.undecided).toBe(0);
  });

  it('counts an outcome in one minute only, and gives up what is older than two', () => {
    const minutes = new Minutes(() => undefined);
    const [event] = events();
    minutes.expect({ injected: 'clean', event });
    minutes.turn();
    minutes.expect({ injected: 'retry', event });
    minutes.result({ ...result, id: event.id, outcome: 'accepted', position: 1 });
    minutes.result({
      ...result,
      id: event.id,
      outcome: 'duplicate',
      position: 2,
      firstPosition: 1,
    });
    minutes.expect({ injected: 'retry', event });
    minutes.turn();
    minutes.turn();
    const told = minutes.meters.map((meter) => meter.takeUntold());
    expect(told[0]).toEqual({ 'retry>unanswered': 1 });
    minutes.turn();
    expect(minutes.meters.map((meter) => meter.takeUntold())).toEqual([{}, {}, {}]);
    expect(minutes.total).toMatchObject({ sent: 3, outcomes: { accepted: 1, duplicate: 1 } });
  });

  it('sums up what was sent and skipped in all minutes, the one under way among them', () => {
    const said: string[] = [];
    const minutes = new Minutes((line) => said.push(line));
    const [event] = events();
    for (const [at, id] of ['a', 'b', 'c'].entries()) {
      minutes.expect({ injected: 'clean', event: { ...event, id } });
      minutes.result({ ...result, id, outcome: 'accepted', points: 2, position: at });
      minutes.skipped += at;
      if (at < 2) minutes.turn();
    }
    expect(said[1]).toBe('sent 1 · acked 0 · accepted 1 · points 2 · skipped 1');
    expect(minutes.total).toEqual({
      ...{ sent: 3, acked: 0, outcomes: { accepted: 3 }, points: 6, skipped: 3 },
    });
  });
});

describe('a report', () => {
  const report = qualityReport({
    'clean>clean': 90,
    'aftermath>clean': 1,
    'retry>duplicate': 99_999,
    'retry>clean': 1,
    'malformed>contract': 2,
    'doubleTap>clean': 4,
  });

  it('names what was injected, figures by class, and the cells that are not empty', () => {
    expect(report.injected).toEqual({
      fresh: 91,
      duplicates: 100_000,
      malformed: 2,
      doubleTap: 4,
    });
    expect(report.quality.doubleTap).toMatchObject({ precision: null, recall: 0 });
    expect(report.quality.contract).toMatchObject({ precision: 1, recall: 1 });
    expect(report.confusion['retry']).toEqual({ duplicate: 99_999, clean: 1 });
  });

  it('never rounds up to a whole', () => {
    expect(qualityText(report)).toMatch(/duplicate +exact.*1\.0000 +0\.9999/);
    expect(qualityText(report)).toMatch(/doubleTap +fuzzy.*none +0\.0000/);
  });
});

it('makes a mix of named shares and those given', () => {
  expect(mixOf({ late: 0.5 }).late).toBe(0.5);
  expect(mixOf({ late: 0 }, mixOf({ late: 0.5, retry: 0.1 }))).toMatchObject({
    late: 0,
    retry: 0.1,
  });
});

function events() {
  const event = {
    id: '018bcfe5-6800-7000-8000-000000000000',
    type: 'code.scanned.v1',
    time: '2026-01-01T00:00:00Z',
    hunt: 'h',
    player: 'p',
    team: 't',
    data: { code: 'C' },
  } as const;
  return [event] as const;
}
