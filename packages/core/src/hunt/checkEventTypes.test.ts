import { HUNT_LIMITS, type Mistake } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { canonicalHunt } from './canonicalHunt.js';
import { parseHuntFile } from './parseHuntFile.js';

type Part = Readonly<Record<string, unknown>>;

const RAISED = 'custom.flag.raised.v1';
const FLAG = {
  type: RAISED,
  fields: [
    { name: 'colour', kind: 'one_of', oneOf: ['red', 'blue'] },
    { name: 'heightM', kind: 'number', min: 0, max: 50 },
    { name: 'isLit', kind: 'boolean', required: false },
  ],
};
const HUNT = {
  trove: 1,
  slug: 'demo',
  title: 'Demo',
  joinCode: 'DEMO',
  clues: [{ id: 'clock', title: 'T', points: 10, find: { code: 'CLOCK' } }],
};

function read(more: Part) {
  return parseHuntFile(stringify({ ...HUNT, ...more }));
}

function mistakesOf(more: Part): readonly Mistake[] {
  const reading = read(more);
  return reading.ok ? [] : reading.mistakes;
}

const told = (more: Part) => mistakesOf(more).map(({ rule, path, found }) => [rule, path, found]);
const rule = (more: Part): Part => ({
  ...{ id: 'r', on: RAISED, when: "event.data.colour == 'red'", then: { award: 1 } },
  ...more,
});
const field = (more: Part) => ({ eventTypes: [{ ...FLAG, fields: [{ name: 'a', ...more }] }] });
const expectation = (expect: Part, on: string = RAISED) => ({
  eventTypes: [FLAG],
  quality: { expectations: [{ id: 'e', on, expect, otherwise: 'warn' }] },
});

describe('a hunt’s own event types', () => {
  it('CT9 can be named by rules, expectations, fingerprints and fixtures', () => {
    const data = { colour: 'red', heightM: 2 };
    const more = {
      eventTypes: [FLAG],
      rules: [rule({}), rule({ id: 'lit', when: 'event.data.isLit && event.data.heightM > 1' })],
      quality: {
        dedup: { fingerprint: { windows: [{ on: RAISED, windowS: 5 }] } },
        expectations: [
          { id: 'low', on: RAISED, expect: { field: 'heightM', max: 9 }, otherwise: 'warn' },
          { id: 'hue', on: RAISED, expect: { field: 'colour', oneOf: ['red'] }, otherwise: 'warn' },
          { id: 'both', on: RAISED, expect: { together: ['isLit', 'colour'] }, otherwise: 'warn' },
        ],
      },
      fixtures: [{ name: 'one', events: [{ team: 'herons', type: RAISED, data }] }],
    };
    expect(mistakesOf(more)).toEqual([]);
  });

  it('CT9 are told of when something names one that is not there', () => {
    const on = 'custom.flag.raised.v2';
    const windows = [{ on, windowS: 5 }];
    const expectations = [{ id: 'e', on, expect: { freshS: 5 }, otherwise: 'warn' }];
    const more = {
      eventTypes: [FLAG],
      rules: [rule({ on, when: 'event.data.stranger == 1' })],
      quality: { dedup: { fingerprint: { windows } }, expectations },
    };
    expect(told(more)).toEqual([
      ['CT9', 'rules[0].on', on],
      ['CT9', 'quality.dedup.fingerprint.windows[0].on', on],
      ['CT9', 'quality.expectations[0].on', on],
    ]);
    expect(mistakesOf(more)[0]).toMatchObject({ suggestion: RAISED });
    const fixtures = [{ name: 'one', events: [{ team: 'herons', type: on, data: {} }] }];
    expect(told({ fixtures })).toEqual([['CT9', 'fixtures[0].events[0].type', on]]);
  });

  it('CT9 holds the data of fixtures to the contract', () => {
    const of = (data: Part) => ({
      eventTypes: [FLAG],
      fixtures: [{ name: 'one', events: [{ team: 'herons', type: RAISED, data }] }],
    });
    expect(told(of({ colour: 'green', heightM: 1 }))).toEqual([
      ['T3', 'fixtures[0].events[0].data.colour', expect.any(String)],
    ]);
    expect(mistakesOf(of({ colour: 'red', heightM: 1, more: 2 }))).toMatchObject([
      { path: 'fixtures[0].events[0].data', allowed: 'the fields colour, heightM, isLit' },
    ]);
  });

  it('CT1 stand once, under a name with its version', () => {
    expect(told({ eventTypes: [FLAG, FLAG] })).toEqual([['CT1', 'eventTypes[1].type', RAISED]]);
    const names = ['flag.v1', 'custom.flag', 'custom.Flag.v1', 'custom.flag.v0', 'custom.v1'];
    for (const type of names) {
      const mistakes = mistakesOf({ eventTypes: [{ type }] });
      expect(mistakes).toMatchObject([{ rule: 'H2', path: 'eventTypes[0].type' }]);
    }
    expect(mistakesOf({ eventTypes: [{ type: 'custom.flag.v999' }] })).toEqual([]);
  });

  it.each<[string, Part]>([
    ['name', { name: 'in', kind: 'text' }],
    ['name', { name: 'constructor', kind: 'text' }],
    ['name', { name: 'is_lit', kind: 'text' }],
    ['kind', { kind: 'numbr' }],
    ['oneOf', { kind: 'one_of' }],
    ['oneOf[1]', { kind: 'one_of', oneOf: ['red', 'red'] }],
    ['max', { kind: 'number', min: 3, max: 2 }],
    ['max', { kind: 'text', min: 3, max: 2 }],
    ['max', { kind: 'boolean', max: 2 }],
    ['min', { kind: 'integer', min: 0.5 }],
  ])('CT2 tells of a wrong %s of a field: %j', (path, more) => {
    expect(mistakesOf(field(more))).toMatchObject([{ path: `eventTypes[0].fields[0].${path}` }]);
  });

  it('CT2 names the shapes of a kind, and what was probably meant', () => {
    expect(mistakesOf(field({ kind: 'boolean', requird: false }))).toMatchObject([
      { found: 'requird', allowed: 'name, required, kind', suggestion: 'required' },
    ]);
    expect(mistakesOf(field({ kind: 'intger' }))).toMatchObject([{ suggestion: 'integer' }]);
  });

  it('CT2 has each field once, and bounds what an event can weigh', () => {
    const { fieldCharactersPerType, fieldCharacters } = HUNT_LIMITS;
    const count = Math.floor(fieldCharactersPerType / fieldCharacters) + 1;
    const fields = Array.from({ length: count }, (_, i) => {
      return { name: `f${i}`, kind: 'text', max: fieldCharacters };
    });
    expect(told({ eventTypes: [{ ...FLAG, fields }] })).toEqual([
      ['CT2', 'eventTypes[0].fields', expect.stringContaining('characters')],
    ]);
    const many = Array.from({ length: 3 }, (_, i) => {
      const oneOf = Array.from({ length: HUNT_LIMITS.fieldChoices }, (__, at) => `t${at}`);
      return { name: `f${i}`, kind: 'one_of', oneOf };
    });
    expect(told({ eventTypes: [{ ...FLAG, fields: many }] })).toEqual([
      ['CT2', 'eventTypes[0].fields', '150 texts to be one of'],
    ]);
    const twice = [...FLAG.fields, { name: 'colour', kind: 'text' }];
    expect(told({ eventTypes: [{ ...FLAG, fields: twice }] })).toEqual([
      ['CT2', 'eventTypes[0].fields[3].name', 'colour'],
    ]);
  });

  it.each([
    ["event.data.colour == 'rde'", 'rde', 'red'],
    ['event.data.height > 2', 'height', 'heightM'],
    ["event.data.heightM == 'high'", 'number == string', undefined],
    ['event.data.isLit > 2', 'bool > number', undefined],
  ])('CT7 checks conditions by the fields: %s', (when, found, suggestion) => {
    const [mistake] = mistakesOf({ eventTypes: [FLAG], rules: [rule({ when })] });
    expect(mistake).toMatchObject({ rule: 'R8', found, ...(suggestion && { suggestion }) });
  });

  it('X2 holds expectations to the fields of the type', () => {
    expect(mistakesOf(expectation({ field: 'isLit', max: 3 }))).toMatchObject([{ rule: 'X2' }]);
    expect(mistakesOf(expectation({ field: 'colours', oneOf: ['red'] }))).toMatchObject([
      { rule: 'X2', suggestion: 'colour' },
    ]);
    expect(mistakesOf(expectation({ growing: 'heightM' }))).toEqual([]);
  });

  it('H8 leave the canonical text of a hunt without them as it was', () => {
    const reading = read({});
    if (!reading.ok) throw new Error('the hunt is right');
    expect(canonicalHunt(reading.definition)).not.toContain('eventTypes');
  });

  it('H2 does not tell twice of a type that is not well formed', () => {
    const eventTypes = [{ ...FLAG, fields: [{ name: 'a', kind: 'numbr' }] }];
    expect(mistakesOf({ eventTypes, rules: [rule({})] })).toHaveLength(1);
  });
});
