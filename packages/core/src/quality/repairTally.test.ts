import type { LiveHunt, Outcome, QuarantineEntry } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { judgeEntry } from './judgeEntry.js';
import { isSent, type Outlook, prospectOf } from './prospect.js';
import { ID_MS, LIVE, refusal, SCAN } from './quality.fixture.js';
import { readRepairPlan } from './repairPlan.js';
import { RepairTally } from './repairTally.js';
import { stateAfter } from './settlement.js';

const HOUR = 3_600_000;
const MENDED = { ...SCAN, data: { code: 'x' } };

function prospect(outlook: Partial<Outlook>, fields: Partial<QuarantineEntry> = {}) {
  const entry = refusal(fields, MENDED);
  const judged = judgeEntry(entry);
  if (judged.is !== 'good') throw new Error(judged.is);
  const known = { live: LIVE, standing: 'parked' as const, nowMs: ID_MS + HOUR };
  return prospectOf(entry, judged.replayable, { ...known, ...outlook });
}

describe('what would become of a replay', () => {
  const late = { standing: 'unknown', nowMs: ID_MS + 49 * HOUR } as const;

  it('RE6 counts when its id is parked, repeats when it was counted', () => {
    expect(prospect({})).toBe('counts');
    expect(prospect({ nowMs: ID_MS + 900 * HOUR })).toBe('counts');
    expect(prospect({ standing: 'counted' })).toBe('repeats');
  });

  it('RE6 depends, of an id that nobody knows, on its age and its sender', () => {
    expect(prospect({ ...late }, { stage: 'decide' })).toBe('late');
    expect(prospect({ ...late, live: { ...LIVE, clock: 'events' } }, { stage: 'decide' })).toBe(
      'judged',
    );
    expect(prospect({ standing: 'unknown' }, { stage: 'decide' })).toBe('judged');
    expect(prospect({ standing: 'unknown' }, { code: 'unknown_hunt' })).toBe('judged');
    expect(prospect({ standing: 'unknown' })).toBe('unvouched');
  });

  it('RE7 is closed while its hunt is not live, and is asked for before it is sent', () => {
    const ended: LiveHunt = { ...LIVE, phase: 'ended' };
    expect(prospect({ live: ended })).toBe('closed');
    expect(prospect({ live: ended, standing: 'counted' })).toBe('repeats');
    expect(prospect({ live: undefined })).toBe('no_hunt');
    expect(isSent('closed', false)).toBe(false);
    expect(isSent('closed', true)).toBe(true);
    expect(['counts', 'judged', 'repeats'].every((one) => isSent(one as never, false))).toBe(true);
    expect(['late', 'unvouched', 'no_hunt'].some((one) => isSent(one as never, true))).toBe(false);
  });
});

describe('the preview of a repair', () => {
  it('RE8 foretells of several entries of one event that one counts', () => {
    const tally = new RepairTally(false);
    const judged = judgeEntry(refusal({}, MENDED));
    const add = (fields: Partial<QuarantineEntry>) =>
      tally.add({ entry: refusal(fields), judged, live: LIVE, prospect: 'counts' });
    const expected = ['1-0', '2-0', '3-0'].map((streamId) => add({ streamId }));
    expect(expected).toEqual(['counts', 'repeats', 'repeats']);
    add({ streamId: '4-0', source: '/another' });
    expect(tally.preview()).toMatchObject({ sent: 4, prospects: { counts: 2, repeats: 2 } });
  });

  it('RE8 tells how many match, would be sent and stay, why, and shows some', () => {
    const patch = '[{"op":"replace","path":"/data/code","value":"x"}]';
    const reading = readRepairPlan('event.team == "herons"', patch);
    if (!reading.isGood) throw new Error(reading.says);
    const tally = new RepairTally(false);
    const add = (fields: Partial<QuarantineEntry>, event: object, outlook?: Partial<Outlook>) => {
      const entry = refusal(fields, event);
      const judged = judgeEntry(entry, reading.plan);
      const live = { ...LIVE, version: 2, ...outlook?.live };
      const known = { live, standing: 'parked' as const, nowMs: ID_MS, ...outlook };
      const more =
        judged.is === 'good' ? { live, prospect: prospectOf(entry, judged.replayable, known) } : {};
      tally.add({ entry, judged, ...more });
    };
    add({}, SCAN);
    add({ source: '/b' }, SCAN, { standing: 'counted' });
    add({ source: '/c', huntVersion: 0 }, SCAN, { live: { ...LIVE, phase: 'ended' } });
    add({}, { ...SCAN, player: '!' });
    add({}, { ...SCAN, team: 'others' });
    const preview = tally.preview();
    expect(preview).toMatchObject({ looked: 5, matched: 4, sent: 2, stays: 2, ofOtherVersion: 2 });
    expect(preview.prospects).toMatchObject({ counts: 1, repeats: 1, closed: 1, late: 0 });
    expect(preview.closedHunts).toEqual(['harbour']);
    expect(preview.reasons).toHaveLength(2);
    expect(preview.samples).toHaveLength(3);
    expect(preview.samples[0]).toMatchObject({
      before: JSON.stringify(SCAN),
      after: JSON.stringify(MENDED),
    });
  });
});

describe('what an outcome means for its entry', () => {
  it('RE9 leaves it open where nothing moved, and else is done with it', () => {
    const done: Outcome[] = ['replayed', 'accepted', 'duplicate', 'conflict', 'quarantined'];
    expect(new Set(done.map(stateAfter))).toEqual(new Set(['replayed']));
    expect(['late', 'rate_limited'].map((one) => stateAfter(one as Outcome))).toEqual([
      ...['open', 'open'],
    ]);
  });
});
