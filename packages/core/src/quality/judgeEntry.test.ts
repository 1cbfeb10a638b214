import { CONTROL_SOURCE, type QuarantineEntry } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { judgeEntry, judgeRepaired } from './judgeEntry.js';
import { ID, refusal, SCAN } from './quality.fixture.js';
import { readRepairPlan } from './repairPlan.js';

function planOf(condition: string, patch: unknown) {
  const reading = readRepairPlan(condition, JSON.stringify(patch));
  if (!reading.isGood) throw new Error(reading.says);
  return reading.plan;
}

const MENDED = { ...SCAN, data: { code: 'x' } };
const replace = (path: string, value: unknown) => [{ op: 'replace', path, value }];
const mending = planOf('event.data.code == " x"', replace('/data/code', 'x'));

function saysOf(judged: ReturnType<typeof judgeEntry>): string {
  return judged.is === 'stays' ? judged.says : judged.is;
}

describe('repairing by a rule', () => {
  it('RE3 changes what its condition is true of, and leaves the original alone', () => {
    const entry = refusal();
    expect(judgeEntry(entry, mending)).toMatchObject({
      is: 'good',
      replayable: { event: MENDED, source: '/test', repaired: MENDED },
    });
    expect(entry.original).toBe(JSON.stringify(SCAN));
    expect(judgeEntry(refusal({}, MENDED), mending)).toEqual({ is: 'unmatched' });
    expect(judgeEntry(refusal({}, 'no JSON'), mending)).toEqual({ is: 'unmatched' });
  });

  it('RE3 sends an event as it came when the patch changes nothing', () => {
    const judged = judgeEntry(refusal({}, MENDED), planOf('true', []));
    expect(judged).toMatchObject({ is: 'good', replayable: { event: MENDED } });
    expect(judged.is === 'good' && judged.replayable).not.toHaveProperty('repaired');
  });

  it('RE4 keeps id, source and hunt', () => {
    const patched = (path: string, value: unknown, entry = refusal()) =>
      saysOf(judgeEntry(entry, planOf('true', replace(path, value))));
    expect(patched('/id', ID.replace('1', '2'))).toContain('The id stays what it was');
    expect(patched('/hunt', 'other')).toContain('The hunt stays what it was');
    const enveloped = refusal({}, { ...MENDED, specversion: '1.0', source: '/test' });
    expect(patched('/source', '/else', enveloped)).toContain('The source stays what it was');
    const astray = refusal({ code: 'unknown_hunt', hunt: 'habour' }, { ...MENDED, hunt: 'habour' });
    expect(patched('/hunt', 'harbour', astray)).toBe('good');
  });

  it('RE4 keeps player and team, unless they were missing or no names', () => {
    const patched = (path: string, value: unknown, entry = refusal({}, MENDED)) =>
      judgeEntry(entry, planOf('true', [{ op: 'add', path, value }]));
    const other = patched('/team', 'otters');
    expect(other).toMatchObject({ is: 'stays', path: 'team' });
    expect(saysOf(other)).toContain('The team stays what it was, herons');
    expect(saysOf(patched('/player', 'bob'))).toContain('The player stays what it was, ada');
    const { team: _, ...teamless } = MENDED;
    expect(saysOf(patched('/team', 'otters', refusal({ team: '' }, teamless)))).toBe('good');
    const odd = refusal({ player: 'ada l' }, { ...MENDED, player: 'ada l' });
    expect(saysOf(patched('/player', 'ada-l', odd))).toBe('good');
    const byHand = judgeRepaired(refusal(), JSON.stringify({ ...MENDED, team: 'otters' }));
    expect(byHand).toMatchObject({ is: 'stays', path: 'team' });
  });

  it('RE5 leaves what its contract still refuses, with the new reason and place', () => {
    const judged = judgeEntry(refusal(), planOf('true', replace('/data/code', '')));
    expect(judged).toMatchObject({ is: 'stays', path: 'data.code' });
    expect(saysOf(judged)).toContain('refused again at data.code');
  });

  it('RE5 leaves what the patch does not fit, and changes none of it', () => {
    const entry = refusal({}, MENDED);
    const plan = planOf('true', [
      { op: 'replace', path: '/data/code', value: 'y' },
      { op: 'test', path: '/team', value: 'others' },
    ]);
    expect(saysOf(judgeEntry(entry, plan))).toContain('operation 2 of the patch');
    expect(entry.original).toBe(JSON.stringify(MENDED));
    const missing = planOf('true', [{ op: 'remove', path: '/data/nothing' }]);
    expect(saysOf(judgeEntry(entry, missing))).toContain('operation 1 of the patch');
  });

  it.each<[string, Partial<QuarantineEntry>, string]>([
    ['a conflict', { code: 'id_conflict' }, 'conflict again'],
    ['a sender without the right', { code: 'other_team' }, 'may not speak'],
    ['what was cut', { originalBytes: 9_999 }, 'Only its beginning'],
    ['what has no id', { eventId: '' }, 'can’t be read'],
    ['what the servers say', { source: CONTROL_SOURCE }, 'Nobody may send'],
    ['what was discarded', { care: { state: 'discarded', isClaimed: false } }, 'discarded'],
  ])('RE5 never sends %s', (_, fields, says) => {
    expect(saysOf(judgeEntry(refusal(fields, MENDED)))).toContain(says);
  });
});

describe('repairing by hand', () => {
  it('RE4 takes any text that keeps id, source and hunt and that its contract accepts', () => {
    const text = JSON.stringify(MENDED, null, 2);
    expect(judgeRepaired(refusal(), text)).toMatchObject({
      is: 'good',
      replayable: { event: MENDED, repaired: MENDED },
    });
    const cut = refusal({ originalBytes: 9_999 });
    expect(judgeRepaired(cut, text)).toMatchObject({ is: 'good' });
    expect(saysOf(judgeRepaired(refusal(), '{'))).toContain('not JSON');
    expect(saysOf(judgeRepaired(refusal(), '3'))).toContain('The id stays');
    const done = refusal({ care: { state: 'replayed', isClaimed: false } });
    expect(saysOf(judgeRepaired(done, text))).toContain('replayed before');
  });
});
