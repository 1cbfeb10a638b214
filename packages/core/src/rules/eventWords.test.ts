import { EVENT_TYPES, type EventTypeDefinition } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { checkCondition } from './checkCondition.js';
import { eventWords, RULE_FUNCTIONS, type RuleName } from './eventWords.js';

const FLAG: EventTypeDefinition = {
  type: 'custom.flag.raised.v1',
  description: 'A flag went up.',
  fields: [
    { name: 'isRed', required: true, kind: 'boolean' },
    { name: 'mast', required: false, kind: 'one_of', oneOf: ['fore', 'main'] },
    { name: 'height', required: true, kind: 'integer', min: 0, max: 40 },
  ],
};
const HUNT = {
  clueIds: new Set(['pier', 'mast']),
  counters: new Set(['lamps']),
  eventTypes: [FLAG],
};
const words = eventWords(HUNT);

const LITERALS = { number: '1', string: "'x'", bool: 'true' } as const;

/** A condition that names it and nothing else. */
function conditionOn({ name, type, values }: RuleName): string {
  const value = values?.[0];
  return `${name} == ${value === undefined ? LITERALS[type] : `'${value}'`}`;
}

describe('the words of event types', () => {
  it('R1 are all of each type, and conditions may use every one', () => {
    expect(words.map(({ on }) => on)).toEqual([...EVENT_TYPES, FLAG.type]);
    for (const { on, names } of words) {
      for (const name of names) {
        expect(checkCondition(conditionOn(name), on, HUNT)).toMatchObject({ ok: true });
      }
    }
  });

  it('R1 say what each name stands for', () => {
    const builtIn = words.filter(({ on }) => on !== FLAG.type);
    const all = builtIn.flatMap(({ names }) => names);
    expect(all.filter(({ says }) => says.startsWith('the field '))).toEqual([]);
    expect(all.find(({ name }) => name === 'team.counters.lamps')?.says).toContain('lamps');
    expect(RULE_FUNCTIONS.filter(({ says, usage }) => says === usage)).toEqual([]);
  });

  it('R6 tell which fields an event may come without', () => {
    const report = words.find(({ on }) => on === 'location.reported.v1');
    const missable = report?.names.filter(({ isOptional }) => isOptional).map(({ name }) => name);
    expect(missable).toEqual(['event.data.accuracyM', 'event.data.ageS']);
    expect(report?.fields.find(({ name }) => name === 'lat')).toMatchObject({ min: -90, max: 90 });
  });

  it('R1 have those of the hunt’s own types', () => {
    const flag = words.at(-1);
    expect(flag?.fields).toEqual([
      { name: 'isRed', isOptional: false, type: 'bool' },
      { name: 'mast', isOptional: true, type: 'string' },
      { name: 'height', isOptional: false, type: 'number', min: 0, max: 40 },
    ]);
    const mast = flag?.names.find(({ name }) => name === 'event.data.mast');
    expect(mast).toMatchObject({ isOptional: true, values: ['fore', 'main'] });
  });

  it('R8 tell the only values that a comparison can have', () => {
    const answered = words.find(({ on }) => on === 'clue.answered.v1');
    const clue = answered?.names.find(({ name }) => name === 'event.data.clue');
    expect(clue?.values).toEqual(['pier', 'mast']);
  });
});
