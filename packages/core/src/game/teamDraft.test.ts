import { HuntDefinition } from '@trove/contracts';
import { expect, it } from 'vitest';
import { compileHunt } from '../hunt/compileHunt.js';
import { TeamDraft } from './teamDraft.js';

const code = (id: string, more = {}) => ({ id, title: id, points: 1, find: { code: id }, ...more });

function rulesOf(version: number, requires?: object) {
  const clues = [code('pier'), code('vault', requires && { requires })];
  const file = { trove: 1, slug: 'hunt', title: 'Hunt', clues };
  const result = compileHunt(HuntDefinition.parse(file), version);
  if (!result.ok) throw new Error(result.mistakes[0]?.message);
  return result.hunt;
}

it('P3 takes what was opened for all again by rules that were published since', () => {
  const opened = new Map([['vault', 5]]);
  const [before, after] = [rulesOf(1), rulesOf(2, { all: ['pier'] })];
  const whole = new TeamDraft('hunt', 'herons', undefined);
  whole.open(opened, before);
  whole.open(opened, after);
  const cut = new TeamDraft('hunt', 'herons', undefined);
  cut.open(opened, after);
  expect([...whole.marks.unlocked]).toEqual(['vault']);
  expect(whole.marks).toEqual(cut.marks);
});
