import type { DraftPatch } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { carryOver } from './carryOver';

const PIER = { id: 'pier', points: 10, hints: [{ text: 'Look up' }, { text: 'Look down' }] };
const CLOCK = { id: 'clock', points: 10 };
const from = { title: 'Harbour', clues: [PIER, CLOCK] };

const set = (path: string, value: unknown): DraftPatch => [{ op: 'replace', path, value }];
const carried = (patch: DraftPatch, onto: unknown) => carryOver({ patch, from, onto });

describe('changes carried over', () => {
  it('meet what somebody else has changed elsewhere', () => {
    const onto = { title: 'Theirs', clues: [{ ...PIER, points: 99 }, CLOCK, { id: 'mill' }] };
    const patch = [...set('/clues/1/points', 20), ...set('/clues/1/points', 25)];
    expect(carried(patch, onto)).toEqual({
      ...onto,
      clues: [onto.clues[0], { id: 'clock', points: 25 }, { id: 'mill' }],
    });
    expect(onto.clues[1]).toBe(CLOCK);
  });

  it('are refused where somebody else has changed the same field, unless to the same', () => {
    expect(carried(set('/title', 'Mine'), { ...from, title: 'Theirs' })).toBeUndefined();
    expect(carried(set('/title', 'Mine'), { ...from, title: 'Mine' })).toMatchObject({
      title: 'Mine',
    });
  });

  it('never land in an entry that has moved under its index, however alike the two are', () => {
    const onto = { ...from, clues: [CLOCK, PIER] };
    expect(carried(set('/clues/1/points', 20), onto)).toBeUndefined();
    expect(
      carryOver({ patch: set('/clues/1/points', 20), from, onto, isInsisted: true }),
    ).toBeUndefined();
  });

  it('compare the whole of a list whose entries have no ids', () => {
    const patch = set('/clues/0/hints/1/text', 'Look left');
    const hints = [{ text: 'Another' }, { text: 'Look down' }];
    expect(carried(patch, { ...from, clues: [{ ...PIER, hints }, CLOCK] })).toBeUndefined();
    expect(carried(patch, { ...from, clues: [{ ...PIER, points: 5 }, CLOCK] })).toMatchObject({
      clues: [{ points: 5, hints: [{}, { text: 'Look left' }] }, CLOCK],
    });
  });

  it('add to a list and move in it while the entries are the same ones', () => {
    const changed = { ...from, clues: [{ ...PIER, points: 99 }, CLOCK] };
    const mill = { id: 'mill' };
    const grown = { ...changed, clues: [...changed.clues, mill] };
    const add: DraftPatch = [{ op: 'add', path: '/clues/1', value: mill }];
    expect(carried(add, changed)).toMatchObject({ clues: [{ points: 99 }, mill, CLOCK] });
    expect(carried(add, grown)).toBeUndefined();
    const append: DraftPatch = [{ op: 'add', path: '/clues/-', value: { id: 'dock' } }];
    expect(carried(append, grown)).toMatchObject({
      clues: [PIER.id, CLOCK.id, 'mill', 'dock'].map((id) => ({ id })),
    });
    const move: DraftPatch = [{ op: 'move', from: '/clues/0', path: '/clues/1' }];
    expect(carried(move, changed)).toMatchObject({ clues: [CLOCK, { points: 99 }] });
  });

  it('add no entry twice, and take out none that was changed', () => {
    const mill = { id: 'mill' };
    const append: DraftPatch = [{ op: 'add', path: '/clues/-', value: mill }];
    expect(carried(append, { ...from, clues: [PIER, CLOCK, mill] })).toBeUndefined();
    const twice: DraftPatch = [{ op: 'add', path: '/clues/-', value: CLOCK }];
    expect(carried(twice, from)).toEqual({ ...from, clues: [PIER, CLOCK, CLOCK] });
    const remove: DraftPatch = [{ op: 'remove', path: '/clues/1' }];
    expect(carried(remove, { ...from, title: 'Theirs' })).toEqual({
      title: 'Theirs',
      clues: [PIER],
    });
    expect(carried(remove, { ...from, clues: [PIER, { ...CLOCK, points: 1 }] })).toBeUndefined();
  });

  it('are wholly carried or not at all', () => {
    const patch = [...set('/clues/0/points', 1), ...set('/title', 'Mine')];
    expect(carried(patch, { ...from, title: 'Theirs' })).toBeUndefined();
    expect(carried(set('/clues/0/points', 1), undefined)).toBeUndefined();
  });

  it('stand over what somebody else has written where their writer insists', () => {
    const onto = { ...from, title: 'Theirs' };
    const insisted = carryOver({ patch: set('/title', 'Mine'), from, onto, isInsisted: true });
    expect(insisted).toEqual({ ...from, title: 'Mine' });
  });
});
