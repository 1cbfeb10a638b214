import { describe, expect, it } from 'vitest';
import { conditionPhrases } from './conditionWords';
import { fieldNamed, fieldsOfWords, firstValue, operatorsOf } from './fieldTypes';
import { effectPhrases, limitKind, limitPhrase, onWords } from './ruleWords';

const names = [
  { name: 'verdict', type: 'string', says: 'the verdict', isOptional: false, values: ['solved'] },
  { name: 'clue.id', type: 'string', says: 'the clue', isOptional: false, values: ['pier'] },
  { name: 'clue.solves', type: 'number', says: 'teams that solved it', isOptional: false },
  { name: 'event.data.answer', type: 'string', says: 'the answer', isOptional: false },
  { name: 'event.data.ageS', type: 'number', says: 'the age', isOptional: true },
] as const;
const fields = fieldsOfWords({ names });
const titleOf = (left: string, id: string) => (left === 'clue.id' ? `“${id}!”` : undefined);
const phrases = (text: string) => conditionPhrases(text, { fields, titleOf });

describe('a rule in words', () => {
  it.each([
    ["verdict == 'already_solved'", ['the verdict is already solved']],
    [
      "clue.id == 'pier' && clue.solves <= 3",
      ['the clue is “pier!”', 'teams that solved it is at most 3'],
    ],
    [
      "verdict == 'solved' && (clue.solves < 3 || !has(event.data.ageS))",
      ['the verdict is solved', 'teams that solved it is less than 3 or the age is missing'],
    ],
    ["!event.data.answer.contains('a b')", ['the answer does not contain “a b”']],
    [
      'size(event.data.answer) > clue.solves',
      ['the length of the answer is more than teams that solved it'],
    ],
    ["!(verdict in ['solved', 'wrong'])", ['the verdict is none of solved, wrong']],
    ["!(verdict == 'solved')", ['not (the verdict is solved)']],
    ['true', []],
    ['a ? b : c', ['a ? b : c']],
  ])('says of %s what it asks', (text, says) => {
    expect(phrases(text)).toEqual(says);
  });

  it('says what every effect does', () => {
    const then = {
      award: 10,
      penalise: 1,
      unlock: ['pier'],
      counters: [
        { name: 'lamps', add: 1 },
        { name: 'lamps', set: 0 },
      ],
      badge: 'star',
      message: 'Hi',
    };
    expect(effectPhrases(then, (id) => `“${id}”`)).toEqual([
      'award 10 points',
      'take 1 point',
      'unlock “pier”',
      'count lamps up by 1',
      'set lamps to 0',
      'give the badge star',
      'say “Hi”',
    ]);
    expect(effectPhrases({ award: -5 }, String)).toEqual(['take 5 points']);
    expect(effectPhrases(undefined, String)).toEqual([]);
  });

  it.each([
    [undefined, 'none', 'every time'],
    [{ perTeam: 1 }, 'perTeam', 'at most once per team'],
    [{ perTeam: 3, coolDownS: 90 }, 'perTeam', 'at most 3 times per team, 90 s apart'],
    [{ first: 1 }, 'first', 'for the first team only'],
    [{ first: 3 }, 'first', 'for the first 3 teams'],
    [{ coolDownS: 300 }, 'coolDown', 'every time, 5 min apart'],
  ])('says of the limit %j how often', (limit, kind, says) => {
    expect(limitKind(limit)).toBe(kind);
    expect(limitPhrase(limit)).toBe(says);
  });

  it('names what sets it off, own types included', () => {
    expect(onWords('clue.answered.v1')).toBe('answers a clue');
    expect(onWords('custom.flag.raised.v1')).toBe('sends custom.flag.raised.v1');
  });

  it('offers the questions a field can be asked', () => {
    expect(operatorsOf(fieldNamed('verdict', fields))).toEqual(['==', '!=', 'in', 'not in']);
    expect(operatorsOf(fieldNamed('event.data.ageS', fields))).toContain('not has');
    expect(operatorsOf(fieldNamed('x.lowerAscii()', fields))).toContain('startsWith');
    expect(firstValue(fieldNamed('verdict', fields))).toEqual({ is: 'text', value: 'solved' });
  });
});
