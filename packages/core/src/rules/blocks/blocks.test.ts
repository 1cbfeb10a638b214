import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, BlockGroup, BlockValue } from './block.js';
import { conditions, meaningOf } from './blocks.fixture.js';
import { blocksOf } from './blocksOf.js';
import { textOfBlocks } from './textOfBlocks.js';

function written(text: string): string {
  const reading = blocksOf(text);
  return reading.ok ? textOfBlocks(reading.tree) : `unshown: ${reading.says}`;
}

function parses(text: string): boolean {
  try {
    meaningOf(text);
    return true;
  } catch {
    return false;
  }
}

const left = fc.constantFrom('clue.id', 'team.score', 'team.score / 3', 'size(event.data.answer)');
const value: fc.Arbitrary<BlockValue> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => {
    return { is: 'number', value: Object.is(one, -0) ? 0 : one } as const;
  }),
  fc.string({ unit: 'binary' }).map((one) => ({ is: 'text', value: one }) as const),
  fc.boolean().map((one) => ({ is: 'bool', value: one }) as const),
  fc.constant({ is: 'time', value: '2026-05-01T20:00:00Z' } as const),
  fc.constantFrom('clue.points', 'team.solved + 1').map((text) => {
    return { is: 'expression', text } as const;
  }),
);
const isNot = fc.boolean();
const blocks = fc.letrec<{ block: Block; group: BlockGroup }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small' },
    fc.record({
      kind: fc.constant('compare' as const),
      left,
      operator: fc.constantFrom('==' as const, '!=' as const, '<' as const, '>=' as const),
      right: value,
    }),
    fc.record({ kind: fc.constant('list' as const), left, isNot, values: fc.array(value) }),
    fc.record({
      kind: fc.constant('text' as const),
      left: fc.constantFrom('event.data.code', 'event.data.answer.lowerAscii()'),
      test: fc.constantFrom('contains' as const, 'startsWith' as const, 'endsWith' as const),
      isNot,
      right: value,
    }),
    fc.record({
      kind: fc.constant('has' as const),
      left: fc.constant('event.data.accuracyM'),
      isNot,
    }),
    fc.record({ kind: fc.constant('flag' as const), left: fc.constant('event.data.up'), isNot }),
    tie('group'),
  ),
  group: fc.record({
    kind: fc.constant('group' as const),
    joint: fc.constantFrom('&&' as const, '||' as const),
    isNot,
    blocks: fc.array(tie('block'), { maxLength: 4 }),
  }),
})).group;

describe('conditions as blocks', () => {
  it('RB1 mean the same when they are written again', () => {
    let shown = 0;
    fc.assert(
      fc.property(conditions, (text) => {
        if (!parses(text)) return;
        const reading = blocksOf(text);
        if (!reading.ok) return;
        shown += 1;
        expect(meaningOf(textOfBlocks(reading.tree))).toEqual(meaningOf(text));
      }),
      { numRuns: 3_000 },
    );
    expect(shown).toBeGreaterThan(200);
  });

  it('RB1 that a screen has made are read as what they say', () => {
    fc.assert(
      fc.property(blocks, (tree) => {
        const text = textOfBlocks(tree);
        const reading = blocksOf(text);
        // What is too large for a condition stays text.
        fc.pre(reading.ok);
        expect(meaningOf(textOfBlocks(reading.tree))).toEqual(meaningOf(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ["verdict == 'solved'", "verdict == 'solved'"],
    ['verdict=="solved"&&clue.solves<3.0', "verdict == 'solved' && clue.solves < 3"],
    ['a == 1 && (b == 2 || c == 3)', 'a == 1 && (b == 2 || c == 3)'],
    ['a == 1 && (b == 2 && c == 3)', 'a == 1 && (b == 2 && c == 3)'],
    ['!(clue.id in ["x", "y"])', "!(clue.id in ['x', 'y'])"],
    ['!event.data.code.contains("x")', "!event.data.code.contains('x')"],
    ['a - (b - c) > -1', 'a - (b - c) > -1'],
    ['event.time < timestamp("2026-05-01T20:00:00Z")', undefined],
    ['true', 'true'],
    ['hourOf(event.time, 2) >= 21.5', 'hourOf(event.time, 2) >= 21.5'],
    ['has(event.data.accuracyM) && event.data.accuracyM < 20', undefined],
  ])('RB1 shows %s', (text, again = text.replaceAll('"', "'")) => {
    expect(written(text)).toBe(again);
  });

  it.each([
    ['a > 1 // for now', 'a comment'],
    ['3 < team.solved', 'write the name first'],
    ['a ? b : c', 'The choice "a ? b : c"'],
    ['(a > 1) == (b > 2)', 'a condition inside another'],
    ['false', '"false" stands for a whole condition'],
    ['size(a)', 'no test that blocks have'],
    ['a.matches("(x+)+")', 'no test that blocks have'],
    ['a == null', 'nothing that blocks have'],
    ['a == 9007199254740993', 'nothing that blocks have'],
    ['a ==', 'can’t be read yet'],
  ])('RB2 says why %s stays text', (text, says) => {
    expect(blocksOf(text)).toEqual({ ok: false, says: expect.stringContaining(says) });
  });

  it.each([
    ['too many characters', `a == 1${' '.repeat(2_000)}`],
    ['brackets in brackets', `${'('.repeat(500)}a${')'.repeat(500)}`],
    ['a chain of signs', `${'!'.repeat(1_900)}a`],
    ['too many parts', Array.from({ length: 200 }, () => 'a == 1').join('||')],
  ])('RB2 leaves %s to the checker', (_, text) => {
    expect(blocksOf(text)).toMatchObject({ ok: false, says: expect.any(String) });
  });
});
