import { describe, expect, it } from 'vitest';
import { after, answer, code, findingsIn, huntOf, type Part, place, rule } from './lint.fixture.js';
import { lintHuntFile } from './lintHuntFile.js';

const clues = (make: (at: number) => Part) => Array.from({ length: 1_000 }, (_, at) => make(at));
const rules = (count: number, when: string) =>
  Array.from({ length: count }, (_, at) => ({ ...rule(when), id: `r${at}` }));
const minute = (at: number) => new Date(Date.UTC(2031, 2, 14, 10, at)).toISOString();

/** Of everything at once. */
function mixed(at: number): Part {
  if (at >= 900) return code(`c${at}`, after(...lastOf(at, 12)));
  return at % 2 === 0 ? place(`c${at}`, 54 + (at % 30) * 0.0001) : answer(`c${at}`, ['Marzipan']);
}
const lastOf = (at: number, count: number) =>
  Array.from({ length: count }, (_, back) => `c${at - 1 - back}`);
const manyParts = Array.from({ length: 18 }, (_, at) => `clue.points != ${at + 100}`);

/** What the hunt is full of, what is found first, the clues and the rest. */
const SHAPES: readonly [string, string | undefined, readonly Part[], Part?][] = [
  [
    'everything',
    'Q5',
    clues(mixed),
    { rules: rules(200, "verdict == 'solved' && (team.solved > 3 || clue.points > 2)") },
  ],
  [
    'conditions of many parts of which the last can not be',
    'Q9',
    clues((at) => code(`c${at}`)),
    { rules: rules(30, [...manyParts, 'clue.points > 99'].join(' && ')) },
  ],
  [
    'one answer many times in each clue',
    'Q7',
    clues((at) =>
      answer(
        `c${at}`,
        Array.from({ length: 9 }, () => 'Marzipan'),
      ),
    ),
  ],
  [
    'one answer along a line of clues',
    undefined,
    clues((at) => answer(`c${at}`, ['Marzipan'], at === 0 ? {} : after(`c${at - 1}`))),
  ],
  [
    'prerequisites by the dozen',
    undefined,
    clues((at) => code(`c${at}`, at < 50 ? {} : { requires: { any: lastOf(at, 9) } })),
  ],
  [
    'places far apart in a line, each open for a day',
    'Q15',
    clues((at) => ({
      ...place(`c${at}`, (at % 60) * 1.5, at === 0 ? {} : after(`c${at - 1}`)),
      ...{ opens: minute(0), closes: minute(1_440) },
    })),
  ],
  [
    'clues that close before what they wait for opens',
    'Q3',
    clues((at) =>
      at < 500
        ? code(`c${at}`, { opens: minute(at) })
        : code(`c${at}`, { closes: minute(498), ...after('c499') }),
    ),
  ],
  [
    'rules that unlock half of it at the end of a line',
    undefined,
    clues((at) => {
      if (at < 500) return answer(`c${at}`, [`word${at}`], at === 0 ? {} : after(`c${at - 1}`));
      return code(`c${at}`, at === 500 ? after('c499') : { locked: true });
    }),
    {
      rules: rules(200, "verdict == 'solved'").map((one, at) => ({
        ...one,
        then: { unlock: Array.from({ length: 50 }, (_, i) => `c${501 + ((at * 50 + i) % 499)}`) },
      })),
    },
  ],
];

describe('lintHuntFile', () => {
  it.each(SHAPES)('Q14 takes seconds for a hunt of %s', (_, found, parts, more) => {
    const text = huntOf(parts, more);
    // Of the processor's time, so that a busy machine fails nothing.
    const before = process.cpuUsage();
    const [first] = findingsIn(text);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(5_000);
    expect(first?.rule).toBe(found);
  });

  it('Q14 compares no clues with each other where there are more than a thousand', () => {
    const line = (count: number) =>
      Array.from({ length: count }, (_, at) => answer(`c${at}`, ['Marzipan']));
    expect(findingsIn(huntOf(line(3), undefined))[0]?.rule).toBe('Q6');
    const { findings, unsaid } = lintHuntFile(huntOf(line(1_001), undefined));
    expect(findings).toEqual([]);
    expect(unsaid).toEqual([expect.stringContaining('(Q3 to Q7, Q15, Q18) were not looked for')]);
  });

  it('Q1 says so where it tells no more than a hundred, and nothing where all is told', () => {
    const worthless = (count: number) =>
      Array.from({ length: count }, (_, at) => code(`c${at}`, { points: 0 }));
    const mistaken = (count: number) =>
      Array.from({ length: count }, (_, at) => code(`c${at}`, { points: 'many' }));
    const many = [expect.stringMatching(/^No more than 100 findings/)];
    for (const clues of [worthless, mistaken]) {
      const whole = lintHuntFile(huntOf(clues(99)));
      expect([whole.findings.length, whole.unsaid]).toEqual([99, []]);
      const cut = lintHuntFile(huntOf(clues(101)));
      expect([cut.findings.length, cut.unsaid]).toEqual([100, many]);
    }
    const twiceWrong = (at: number) => code(`c${at}`, { points: 'many', pionts: 1, title: 7 });
    const merged = lintHuntFile(huntOf(Array.from({ length: 60 }, (_, at) => twiceWrong(at))));
    expect(merged.unsaid).toEqual(many);
  });
});
