/** The published examples and the schema editors read are part of the language: they must hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Clue, type Find, huntJsonSchema } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { Fold, play } from '../pipeline/pipeline.fixture.js';
import type { LoggedEvent } from '../ports/loggedEvent.js';
import { canonicalHunt } from './canonicalHunt.js';
import { compileHunt } from './compileHunt.js';
import { parseHuntFile } from './parseHuntFile.js';

const folder = new URL('../../../../examples/hunts/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

const pointOf = ({ lat, lon }: { lat: number; lon: number }) => ({ lat, lon });

/** What solves a clue without a place. */
function rightEvent(clue: string, find: Find, number: number): LoggedEvent {
  if ('code' in find) return play('code.scanned.v1', { code: find.code }, { number });
  if ('answer' in find) {
    const answer = find.answer.accept[0] ?? '';
    return play('clue.answered.v1', { clue, answer }, { number });
  }
  if (!('choice' in find)) throw new Error(`${clue} is a place`);
  const option = find.choice.options.find(({ right }) => right)?.id ?? '';
  return play('option.chosen.v1', { clue, option }, { number });
}

describe('examples/hunts', () => {
  it.each(files)('H9 %s compiles and names its schema', (name) => {
    const reading = parseHuntFile(read(name));
    if (!reading.ok) throw new Error(JSON.stringify(reading.mistakes, null, 2));
    expect(compileHunt(reading.definition, 1).ok).toBe(true);
    expect(`${reading.definition.slug}.yaml`).toBe(name);
    expect(canonicalHunt(reading.definition).length).toBeGreaterThan(1_000);
    expect(read(name)).toMatch(/^# yaml-language-server: \$schema=\.\/hunt\.schema\.json\n/);
  });

  it('H9 harbour-night uses every kind of clue and prerequisite and never closes', () => {
    const reading = parseHuntFile(read('harbour-night.yaml'));
    if (!reading.ok) throw new Error('harbour-night does not compile');
    const { clues, closes, joinCode } = reading.definition;
    expect([closes, joinCode]).toEqual([undefined, 'HARBOUR']);
    const kinds = new Set(clues.flatMap(({ find }) => Object.keys(find)));
    expect([...kinds].sort()).toEqual(['answer', 'choice', 'code', 'place']);
    const prerequisites = new Set(clues.flatMap(({ requires }) => Object.keys(requires ?? {})));
    expect([...prerequisites].sort()).toEqual(['all', 'any', 'atLeast', 'of']);
  });

  it('E2 lantern-rally can be played to its end: five lanterns open the gate', () => {
    const reading = parseHuntFile(read('lantern-rally.yaml'));
    if (!reading.ok) throw new Error('lantern-rally does not compile');
    const { clues, rules, badges, eventTypes } = reading.definition;
    const fold = new Fold();
    fold.publish({ clues, rules, badges, eventTypes });
    let number = 0;
    const solve = (id: string) => {
      const { find } = clues.find((clue) => clue.id === id) as Clue;
      number += 1;
      const event =
        'place' in find
          ? play(
              'location.reported.v1',
              { ...pointOf(find.place), accuracyM: 4, ageS: 1 },
              { number },
            )
          : rightEvent(id, find, number);
      return fold.decide([event]).results[0];
    };
    const lanterns = ['red', 'green', 'blue', 'yellow', 'white'].map((name) => `${name}-lantern`);
    expect(solve('table')?.verdict).toBe('locked');
    const walked = ['start', ...lanterns].map(solve);
    expect(walked.map((row) => row?.verdict)).toEqual(new Array(6).fill('solved'));
    expect(walked.at(-1)?.extras).toMatchObject({ unlocked: ['table'], badges: ['five-lights'] });
    const rest = ['table', 'riddle-tram', 'riddle-order', 'riddle-lock', 'riddle-keys'].map(solve);
    expect(rest.map((row) => row?.verdict)).toEqual(new Array(5).fill('solved'));
    expect(rest[0]?.extras?.badges).toEqual(['no-help']);
    // First of five finders and not a second lost.
    expect(rest.at(-1)?.points).toBe(60 + 120 + 30);
    expect(rest.at(-1)?.score).toBe(fold.scoreOf('herons'));
  });

  it('H10 hunt.schema.json is what the contract says: npm run schema -w @trove/core', () => {
    expect(JSON.parse(read('hunt.schema.json'))).toEqual(huntJsonSchema());
  });
});
