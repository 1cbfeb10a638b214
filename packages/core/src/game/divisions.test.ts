import { HuntDefinition } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { compileHunt } from '../hunt/compileHunt.js';
import { diffHunts } from '../hunt/diff/diffHunts.js';
import { DEFINITION, scan } from '../pipeline/pipeline.fixture.js';
import { joins, made } from './membership.fixture.js';
import { act, started } from './operations.fixture.js';

const DIVISIONS = [
  { id: 'junior', title: 'Juniors' },
  { id: 'senior', title: 'Seniors' },
];

const joinIn = (division: string | undefined, team: string) => {
  return made(`p-${team}`, team, division === undefined ? {} : { division });
};

const change = (team: string, division?: string) => {
  const of = division === undefined ? {} : { division };
  return act({ type: 'team.division_changed.v1', data: { team, ...of } });
};

describe('divisions', () => {
  it('DV1 have ids that are used once', () => {
    const [first] = DIVISIONS;
    const definition = HuntDefinition.parse({ ...DEFINITION, divisions: [first, first] });
    const result = compileHunt(definition, 1);
    expect(result).toMatchObject({
      ok: false,
      mistakes: [{ path: 'divisions[1].id', found: 'junior', rule: 'DV1' }],
    });
  });

  it('DV2 are settled by the join that makes the team', () => {
    const fold = started({ divisions: DIVISIONS });
    fold.decide([
      joinIn('junior', 'herons'),
      joins('second', 'herons'),
      joinIn(undefined, 'otters'),
      joinIn('veteran', 'lynxes'),
    ]);
    const divisionOf = (team: string) => fold.cells.teams.get('hunt')?.get(team)?.division;
    expect(['herons', 'otters', 'lynxes'].map(divisionOf)).toEqual([
      'junior',
      undefined,
      undefined,
    ]);
  });

  it('DV3 are changed by an operator, and change nothing of the game', () => {
    const fold = started({ divisions: DIVISIONS });
    fold.decide([joinIn('junior', 'herons'), scan('CLOCK', { number: 1 })]);
    const score = fold.scoreOf('herons');
    const { results } = fold.decide([
      change('herons', 'senior'),
      change('herons', 'none-such'),
      change('nobody', 'senior'),
    ]);
    expect(results.map(({ verdict, extras }) => [verdict, extras?.reason])).toEqual([
      ['noted', undefined],
      ['locked', 'division_unknown'],
      ['locked', 'team_unknown'],
    ]);
    expect(fold.cells.teams.get('hunt')?.get('herons')).toMatchObject({
      division: 'senior',
      score,
    });
    fold.decide([change('herons')]);
    expect(fold.cells.teams.get('hunt')?.get('herons')?.division).toBeUndefined();
  });

  it('DV5 are nothing that clues, rules or points know', () => {
    const play = [1, 2, 3].map((number) => {
      return scan('CLOCK', { number, team: ['herons', 'otters', 'lynxes'][number - 1] ?? '' });
    });
    const [apart, together] = [started({ divisions: DIVISIONS }), started()];
    for (const fold of [apart, together]) {
      fold.decide([joinIn('junior', 'herons'), joinIn('senior', 'otters')]);
    }
    const of = (fold: typeof apart) =>
      fold.decide(play).results.map(({ verdict, points, rules }) => [verdict, points, rules]);
    expect(of(apart)).toEqual(of(together));
  });

  it('DV6 are told of in the difference of two versions', () => {
    const before = HuntDefinition.parse({ ...DEFINITION, divisions: [DIVISIONS[0]] });
    const after = HuntDefinition.parse({ ...DEFINITION, divisions: DIVISIONS });
    expect(diffHunts(before, after).says).toEqual(['The division "senior" is new.']);
  });
});
