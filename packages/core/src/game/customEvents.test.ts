import type { CustomData, CustomType } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { Fold, play, type Sent } from '../pipeline/pipeline.fixture.js';
import type { LoggedEvent } from '../ports/loggedEvent.js';
import { readAnswers } from '../rules/ruleAnswer.js';

const RAISED: CustomType = 'custom.flag.raised.v1';

const fieldsOf = (kind: string, more: object = {}) => [{ name: 'height', kind, ...more }];
const rule = (when: string, more: object = {}) => ({
  ...{ id: 'high', on: RAISED, when, then: { award: 7 } },
  ...more,
});

function hunt(when = 'event.data.height > 2', fields: readonly object[] = fieldsOf('number')) {
  return { eventTypes: [{ type: RAISED, fields }], rules: [rule(when)] };
}

/** What the door has let pass, under whatever version was in force there. */
function raised(data: CustomData, sent: Sent, type = RAISED): LoggedEvent {
  return { ...play('code.scanned.v1', { code: 'A' }, sent), type, data };
}

function started(more: Record<string, unknown> = hunt()): Fold {
  const fold = new Fold();
  fold.publish(more);
  return fold;
}

describe('an event of a hunt’s own type', () => {
  it('CT6 is noted, about no clue, and its rules fire', () => {
    const [row] = started().decide([raised({ height: 3 }, { number: 1 })]).results;
    expect(row).toMatchObject({
      ...{ outcome: 'accepted', verdict: 'noted', clue: undefined },
      ...{ points: 7, score: 7, rules: 'high' },
    });
    expect(readAnswers(row?.asked ?? '')).toEqual([{ is: 'fired' }]);
  });

  it('CT6 counts once, and not while the hunt is closed', () => {
    const fold = started();
    const event = raised({ height: 3 }, { number: 1 });
    const outcomes = fold.decide([event, event]).results.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['accepted', 'duplicate']);
    const closed = started({ ...hunt(), opens: '2100-01-01T00:00:00Z' });
    expect(closed.decide([event]).results[0]).toMatchObject({ verdict: 'closed', points: 0 });
  });

  it('CT7 is seen by conditions with its fields, whatever their kind', () => {
    const fields = [
      { name: 'colour', kind: 'one_of', oneOf: ['red', 'blue'] },
      { name: 'isLit', kind: 'boolean', required: false },
    ];
    const when = "event.data.colour == 'red' && (!has(event.data.isLit) || event.data.isLit)";
    const fold = started(hunt(when, fields));
    const sent: CustomData[] = [
      { colour: 'red' },
      { colour: 'red', isLit: false },
      { colour: 'blue' },
    ];
    const points = sent.map(
      (data, number) => fold.decide([raised(data, { number })]).results[0]?.points,
    );
    expect(points).toEqual([7, 0, 0]);
  });

  it('CT8 accepted under one version is judged by the next, whatever that made of it', () => {
    const fold = started();
    const event = (number: number) => raised({ height: 3 }, { number });
    expect(fold.decide([event(1)]).results[0]?.points).toBe(7);
    fold.publish(hunt("event.data.height == 'high'", fieldsOf('text')), 2);
    const [other] = fold.decide([event(2)]).results;
    expect(other).toMatchObject({ outcome: 'accepted', verdict: 'noted', points: 0, version: 2 });
    expect(readAnswers(other?.asked ?? '')).toEqual([{ is: 'fault' }]);
    fold.publish(hunt('has(event.data.height)', fieldsOf('boolean', { required: false })), 3);
    expect(fold.decide([event(3)]).results[0]).toMatchObject({ outcome: 'accepted', points: 0 });
    fold.publish({ rules: [] }, 4);
    expect(fold.decide([event(4)]).results[0]).toMatchObject({ verdict: 'noted', points: 0 });
  });

  it('CT6 is asked what the hunt expects, and repeats are found by what it says', () => {
    const on = RAISED;
    const quality = {
      dedup: { fingerprint: { windows: [{ on, windowS: 60 }] } },
      expectations: [
        { id: 'low', on, expect: { field: 'height', max: 9 }, otherwise: 'quarantine' },
      ],
    };
    const fold = started({ ...hunt(), quality });
    const said = [3, 3, 10].map(
      (height, number) => fold.decide([raised({ height }, { number })]).results[0]?.outcome,
    );
    expect(said).toEqual(['accepted', 'duplicate', 'quarantined']);
  });

  it('CT8 of a type that no version has any more is noted', () => {
    const strange = raised({ height: 3 }, { number: 1 }, 'custom.gone.v1');
    expect(started().decide([strange]).results[0]).toMatchObject({ verdict: 'noted', points: 0 });
  });
});
