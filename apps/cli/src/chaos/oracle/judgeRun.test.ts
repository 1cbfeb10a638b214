/** The oracle must see what it is there for: every kind of loss, doubling and disorder. */
import { describe, expect, it } from 'vitest';
import type { Sent } from '../clients/history.js';
import { FIRST_FINDERS, POISON, pointsOf } from '../hunts.js';
import type { Evidence, LogFact, OutFact } from './facts.js';
import { judgeRun } from './judgeRun.js';

const HUNT = 'chaos';
const SOURCE = '/chaos/0';
const NOW_MS = Date.UTC(2026, 5, 1);
const DAY_MS = 24 * 3_600_000;
const SOUND = { isPoisonous: false, mayRefuse: false };
const FIRST = pointsOf(1) + (FIRST_FINDERS[0] ?? 0);
const SECOND = pointsOf(1) + (FIRST_FINDERS[1] ?? 0);

function sent(id: string, more: Partial<Sent> = {}): Sent {
  return {
    id,
    source: SOURCE,
    hunt: HUNT,
    player: 'ada',
    team: 'herons',
    code: 'CODE-1',
    idTimeMs: NOW_MS,
    madeAtMs: NOW_MS,
    json: '',
    isMalformed: false,
    ack: 'appended',
    isAcked: true,
    refusedAs: undefined,
    ...{ carried: 1, taken: 1, refused: 0 },
    ...more,
  };
}

/** The log of one partition: a publication, then these. */
function logOf(events: readonly Sent[]): LogFact[] {
  const published = {
    id: 'publication',
    source: '/trove/control',
    hunt: HUNT,
    team: '',
    player: '',
  };
  const facts = [
    { ...published, code: undefined, version: 1 },
    ...events.map(({ id, source, hunt, team, player, code }) => {
      return { id, source, hunt, team, player, code, version: undefined };
    }),
  ];
  return facts.map((fact, position) => ({ partition: 0, position, ...fact }));
}

/** Results of such a log, given their outcomes and points. */
function outOf(log: readonly LogFact[], said: readonly (readonly [string, number])[]): OutFact[] {
  return log.map(({ position, id, source, hunt, team }, i) => {
    const [outcome, points] = i === 0 ? ['accepted', 0] : (said[i - 1] ?? ['missing', 0]);
    const row = { partition: 0, epoch: 1, position, id, source, hunt, team };
    return { ...row, outcome, points, committedAtUs: i };
  });
}

function points(teams: Record<string, number>) {
  return new Map([[HUNT, new Map(Object.entries(teams))]]);
}

const A = sent('a');
const B = sent('b', { team: 'otters', player: 'bob' });

const NO_RESTS = { rests: [], stored: new Map<string, number>() };

function soundEvidence(): Evidence {
  const log = logOf([A, B, A]);
  const outs = [
    outOf(log, [
      ['accepted', FIRST],
      ['accepted', SECOND],
      ['duplicate', 0],
    ]),
  ];
  const scores = points({ herons: FIRST, otters: SECOND });
  return { logs: [log], outs, boards: scores, ledger: scores, ...NO_RESTS };
}

describe('the oracle of fault runs', () => {
  it('finds nothing wrong where nothing is', () => {
    expect(judgeRun([[A], [B]], soundEvidence(), SOUND)).toEqual({
      acked: 2,
      scored: 2,
      lost: 0,
      doubled: 0,
      violations: [],
    });
  });

  it('calls an acknowledged event without an outcome lost', () => {
    const judged = judgeRun([[A], [B, sent('gone', { player: 'bob' })]], soundEvidence(), SOUND);
    expect(judged).toMatchObject({ acked: 3, scored: 2, lost: 1, doubled: 0 });
    expect(judged.violations[0]).toContain('gone');
  });

  it('calls an event that counted twice doubled', () => {
    const evidence = soundEvidence();
    const twice = [['accepted', FIRST] as const, ['accepted', SECOND] as const] as const;
    const outs = [outOf(evidence.logs[0] ?? [], [...twice, ['accepted', 0] as const])];
    expect(judgeRun([[A], [B]], { ...evidence, outs }, SOUND).doubled).toBe(1);
  });

  it.each([
    ['board', 'boards'],
    ['ledger', 'ledger'],
  ] as const)('compares the %s with plain play', (_, where) => {
    const short = { ...soundEvidence(), [where]: points({ herons: FIRST }) };
    expect(judgeRun([[A], [B]], short, SOUND)).toMatchObject({ lost: 1, doubled: 0 });
    const high = { ...soundEvidence(), [where]: points({ herons: FIRST * 2, otters: SECOND }) };
    expect(judgeRun([[A], [B]], high, SOUND)).toMatchObject({ lost: 0, doubled: 1 });
  });

  it('misses a result that is not there, and one of another event', () => {
    const evidence = soundEvidence();
    const outs = [(evidence.outs[0] ?? []).filter(({ id }) => id !== 'b')];
    const { violations } = judgeRun([[A], [B]], { ...evidence, outs }, SOUND);
    expect(violations).toContain('4 events and 3 results');
    expect(violations.join()).toContain('the result before it is missing');
  });

  it('sees an event overtake another of its player', () => {
    const first = sent('first', { player: 'bob', team: 'otters' });
    const { violations } = judgeRun([[A], [B, first]], withLog([A, first, B]), SOUND);
    expect(violations.join()).toContain('overtook');
  });

  it('holds doors to the window', () => {
    const refused = sent('refused', { ack: 'late', isAcked: false, taken: 0 });
    const old = sent('old', { idTimeMs: NOW_MS - 3 * DAY_MS });
    const silent = sent('silent', { ack: undefined, isAcked: false });
    const { violations } = judgeRun([[refused, old, silent]], withLog([old]), SOUND);
    expect(violations.join()).toContain('refused is inside the window');
    expect(violations.join()).toContain('old is older than the window');
    expect(violations.join()).toContain('silent was never answered');
  });

  it('takes quarantined poison for an outcome, and for no score', () => {
    const poison = sent('poison', { code: POISON });
    const log = logOf([poison]);
    const outs = [outOf(log, [['quarantined', 0]])];
    const rests = [{ ...poison, stage: 'decide', code: 'decide_failed' } as const];
    const stored = new Map([[HUNT, 1]]);
    const evidence = { logs: [log], outs, boards: points({}), ledger: points({}), rests, stored };
    const judged = judgeRun([[poison]], evidence, { ...SOUND, isPoisonous: true });
    expect(judged).toEqual({ acked: 1, scored: 0, lost: 0, doubled: 0, violations: [] });
    expect(judgeRun([[poison]], evidence, SOUND).violations).not.toEqual([]);
  });
});

/** Evidence of a log whose results are all accepted. */
function withLog(events: readonly Sent[]): Evidence {
  const log = logOf(events);
  const outs = [
    outOf(
      log,
      events.map(() => ['accepted', 0]),
    ),
  ];
  return { logs: [log], outs, boards: new Map(), ledger: new Map(), ...NO_RESTS };
}
