import { HUNT_LIMITS, HuntDefinition } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { compileHunt } from './compileHunt.js';
import { base, clue, type Input, mistakesIn, read, rule } from './huntMistakes.fixture.js';
import { parseHuntFile } from './parseHuntFile.js';

describe('what a hunt file may not say', () => {
  it('V6 a clue does not decay to more than it is worth', () => {
    const decays = [{ linear: { perSolve: 1, floor: 6 } }, { parabolic: { solves: 9, floor: 6 } }];
    const clues = decays.map((decay, i) => clue(`c${i}`, { decay }));
    expect(mistakesIn(clues).map(([path]) => path)).toEqual([
      'clues[0].decay.linear.floor',
      'clues[1].decay.parabolic.floor',
    ]);
    expect(mistakesIn([clue('c', { decay: { linear: { perSolve: 1, floor: 5 } } })])).toEqual([]);
  });

  it('C3 a choice has options with ids of their own, one of them right', () => {
    const find = (...options: Input[]) => ({ find: { choice: { options } } });
    const [a, b] = [
      { id: 'a', text: 'A' },
      { id: 'b', text: 'B', right: true },
    ];
    expect(mistakesIn([clue('c', find(a, { ...a, text: 'Again' }))]).map(([path]) => path)).toEqual(
      ['clues[0].find.choice.options[1].id', 'clues[0].find.choice.options'],
    );
    expect(mistakesIn([clue('c', find(a, b))])).toEqual([]);
    expect(read({ clues: [clue('c', find(a))] })).toMatchObject({
      ok: false,
      mistakes: [{ path: 'clues[0].find.choice.options', allowed: 'at least 2 entries' }],
    });
  });

  it('A4 hints of one clue have ids of their own', () => {
    const hints = ['x', 'y', 'x'].map((id) => ({ id, text: 'T' }));
    expect(mistakesIn([clue('c', { hints })]).map(([path]) => path)).toEqual([
      'clues[0].hints[2].id',
    ]);
  });

  it('E9 a locked clue is unlocked by a rule and by nothing else', () => {
    const locked = clue('b', { locked: true });
    expect(mistakesIn([clue('a'), locked])).toEqual([
      ['clues[1].locked', 'No rule unlocks "b": no team could ever try it.'],
    ]);
    const rules = [rule('r', { unlock: ['b'] })];
    expect(mistakesIn([clue('a'), locked], { rules })).toEqual([]);
    const both = clue('b', { locked: true, requires: { all: ['a'] } });
    expect(mistakesIn([clue('a'), both], { rules }).map(([path]) => path)).toEqual([
      'clues[1].locked',
    ]);
  });

  it('E9 a rule with a mistake of its own still unlocks: that is one mistake, not two', () => {
    const clues = [clue('a'), clue('b', { locked: true })];
    const reading = read({ clues, rules: [rule('r', { unlock: ['b'] }, { wenn: 'true' })] });
    const rules = reading.ok ? [] : reading.mistakes.map((mistake) => mistake.rule);
    expect(rules).toEqual(['H2']);
  });

  it('E10 rules name clues and badges of the hunt, and counters that some rule writes', () => {
    const rules = [
      rule('r', { unlock: ['cc'], badge: 'kean' }),
      rule('s', { award: 1 }, { when: 'team.counters.lamps > 1' }),
      rule('t', { counters: [{ name: 'lamp', add: 1 }] }),
    ];
    const badges = [{ id: 'keen', title: 'Keen' }];
    expect(mistakesIn([clue('c')], { rules, badges })).toEqual([
      ['rules[0].then.unlock[0]', 'There is no clue "cc" in this hunt. Did you mean "c"?'],
      ['rules[0].then.badge', 'There is no badge "kean" in this hunt. Did you mean "keen"?'],
      [
        'rules[1].when',
        expect.stringContaining('"team.counters" has no field "lamps". Did you mean "lamp"?'),
      ],
    ]);
    const twice = [...badges, { id: 'keen', title: 'Again' }];
    expect(mistakesIn([clue('c')], { badges: twice }).map(([path]) => path)).toEqual([
      'badges[1].id',
    ]);
  });

  it('E11 a rule has an effect, and a counter a name that conditions can read', () => {
    const reading = read({
      clues: [clue('c')],
      rules: [
        rule('none', {}),
        rule('cel', { counters: [{ name: 'in', add: 1 }] }),
        rule('dash', { counters: [{ name: 'a-b', add: 1 }] }),
        rule('both', { counters: [{ name: 'n', add: 1, set: 2 }] }),
      ],
    });
    const paths = reading.ok ? [] : reading.mistakes.map(({ path }) => path);
    expect(paths.sort()).toEqual([
      'rules[0].then',
      'rules[1].then.counters[0].name',
      'rules[2].then.counters[0].name',
      'rules[3].then.counters[0].set',
    ]);
  });

  it('E12 counters and messages are bounded', () => {
    const counters = Array.from({ length: HUNT_LIMITS.counters + 1 }, (_, i) => {
      return rule(`r${i}`, { counters: [{ name: `n${i}`, add: 1 }] });
    });
    expect(mistakesIn([clue('c')], { rules: counters }).map(([path]) => path)).toEqual([
      `rules[${HUNT_LIMITS.counters}].then.counters`,
    ]);
    const messages = Array.from({ length: 16 }, (_, i) => {
      return rule(`r${i}`, { message: 'x'.repeat(280) });
    });
    expect(mistakesIn([clue('c')], { rules: messages }).map(([path]) => path)).toEqual([
      'rules[14].then.message',
    ]);
    const apart = messages.map((one, i) => ({
      ...one,
      on: i % 2 === 0 ? 'code.scanned.v1' : 'clue.answered.v1',
    }));
    expect(mistakesIn([clue('c')], { rules: apart })).toEqual([]);
  });

  it('E12 more clues than a hunt may have are refused with the bound, be they ten thousand', () => {
    const clues = Array.from({ length: 10_000 }, (_, i) => {
      return { id: `c${i}`, title: 'T', points: 1, find: { code: `C${i}` } };
    });
    const parsed = HuntDefinition.safeParse({ ...base, clues });
    expect(parsed.error?.issues.map(({ path, code }) => [path, code])).toEqual([
      [['clues'], 'too_big'],
    ]);
    const mistakes = [{ path: 'clues', allowed: `at most ${HUNT_LIMITS.clues} entries` }];
    for (const count of [HUNT_LIMITS.clues + 1, clues.length]) {
      const reading = read({ clues: clues.slice(0, count) });
      expect(reading).toMatchObject({ ok: false, mistakes });
    }
    const block = clues.map(
      ({ id }) => `- id: ${id}\n  title: T\n  points: 1\n  find: { code: ${id} }\n`,
    );
    const text = `trove: 1\nslug: demo\ntitle: Demo\nclues:\n${block.join('')}`;
    expect(parseHuntFile(text)).toMatchObject({ ok: false, mistakes });
    const elsewhere = `${text.replace('clues:', 'rules:')}`;
    expect(parseHuntFile(elsewhere)).toMatchObject({ ok: false, mistakes: [{ path: '' }] });
  });

  it('E13 tells the scope with its reasons: clues, then rules, in the order of the file', () => {
    const definition = HuntDefinition.parse({
      ...base,
      clues: [
        clue('plain', { timeBonus: { points: 5, overS: 60 } }),
        clue('rare', { decay: { linear: { perSolve: 1, floor: 0 } } }),
        clue('early', { firstFinders: [5] }),
      ],
      rules: [
        rule('own', { award: 1 }, { limit: { perTeam: 1, coolDownS: 5 } }),
        rule('few', { award: 1 }, { limit: { first: 3 } }),
        rule('one', { award: 1 }, { limit: { first: 1 } }),
        rule('reads', { award: 1 }, { when: 'hunt.solves > 3' }),
      ],
    });
    const compilation = compileHunt(definition, 1);
    const { scope, scopeReasons } = compilation.ok ? compilation.hunt : {};
    expect(scope).toBe('hunt');
    expect(scopeReasons).toEqual([
      'clue "rare" loses points with every team’s solve',
      'clue "early" pays its first finders more',
      'rule "few" is for the first 3 teams of the whole hunt',
      'rule "one" is for the first team of the whole hunt',
      'rule "reads" reads hunt.solves',
    ]);
    const plain = compileHunt({ ...definition, clues: definition.clues.slice(0, 1), rules: [] }, 1);
    expect(plain.ok && [plain.hunt.scope, plain.hunt.scopeReasons]).toEqual(['team', []]);
  });
});
