/** Who is in a team, who leads it, and what moves nothing for who is not in it. */
import { describe, expect, it } from 'vitest';
import { type Fold, scan } from '../pipeline/pipeline.fixture.js';
import type { LoggedEvent } from '../ports/loggedEvent.js';
import {
  change,
  codeOf,
  handsOn,
  joins,
  leaves,
  made,
  ownScan,
  rosterIn,
  sendsAway,
  sentAway,
  teamIn,
} from './membership.fixture.js';
import { started } from './operations.fixture.js';

/** What came of each: the verdict, with its reason where there is one. */
function told(fold: Fold, events: LoggedEvent[]): (string | undefined)[] {
  return fold.decide(events).results.map(({ verdict, extras }) => extras?.reason ?? verdict);
}

describe('who is in a team', () => {
  it('TM1 a player is in one team at a time, and asking again changes nothing', () => {
    const fold = started();
    const asked = [made('ada', 'herons'), made('ada', 'otters'), made('ada', 'herons')];
    expect(told(fold, asked)).toEqual(['noted', 'already_joined', 'noted']);
    const others = [made('bo', 'otters'), joins('ada', 'otters'), joins('ada', 'herons')];
    expect(told(fold, others)).toEqual(['noted', 'already_joined', 'noted']);
    expect(rosterIn(fold)).toEqual({ captain: 1, members: ['1:ADA'] });
  });

  it('TM2 a team is made by a name that no other has, as long as there is room for one', () => {
    const fold = started({ teams: { most: 2 } });
    const asked = [made('ada', 'herons'), made('bo', 'herons'), made('bo', 'otters')];
    expect(told(fold, asked)).toEqual(['noted', 'name_taken', 'noted']);
    expect(told(fold, [made('cy', 'lynxes')])).toEqual(['teams_full']);
    expect(teamIn(fold)).toMatchObject({ name: 'HERONS', score: 0 });
    expect(teamIn(fold, 'lynxes')).toBeUndefined();
  });

  it('TM2 a team that servers have made is nobody’s to make', () => {
    const fold = started();
    fold.decide([scan('CLOCK', { number: 1, team: 'herons' })]);
    expect(told(fold, [made('ada', 'herons'), joins('ada', 'herons')])).toEqual([
      'name_taken',
      'code_wrong',
    ]);
  });

  it('TM3 a code lets into one team, as it is at that place of the log', () => {
    const fold = started();
    const same = change('team.made.v1', {
      ...{ player: 'bo', team: 'otters', name: 'Otters', code: codeOf('herons') },
    });
    expect(told(fold, [made('ada', 'herons'), same])).toEqual(['noted', 'code_taken']);
    expect(told(fold, [joins('bo', 'herons', 'GUESS')])).toEqual(['code_wrong']);
    expect(told(fold, [joins('bo', 'herons')])).toEqual(['noted']);
    const away = [sendsAway('ada', 'herons', 2), joins('bo', 'herons'), joins('cy', 'herons')];
    expect(told(fold, away)).toEqual(['noted', 'code_wrong', 'code_wrong']);
    expect(told(fold, [joins('cy', 'herons', teamIn(fold)?.roster.code)])).toEqual(['noted']);
  });

  it('TM4 of those who want the last place the first in the log gets it', () => {
    const fold = started({ teams: { size: 2 } });
    const asked = [made('ada', 'herons'), joins('bo', 'herons'), joins('cy', 'herons')];
    expect(told(fold, asked)).toEqual(['noted', 'noted', 'team_full']);
    expect(told(fold, [leaves('bo', 'herons'), joins('cy', 'herons')])).toEqual(['noted', 'noted']);
  });

  it('TM5 a number is given once, and whoever comes back has another one', () => {
    const fold = started();
    fold.decide([made('ada', 'herons'), joins('bo', 'herons'), joins('cy', 'herons')]);
    const row = fold.decide([leaves('bo', 'herons')]).results[0];
    expect(row?.extras).toEqual({ membership: { change: 'left', member: 2, name: 'Player 2' } });
    fold.decide([joins('bo', 'herons')]);
    expect(rosterIn(fold).members).toEqual(['1:ADA', '3:Player 3', '4:Player 4']);
  });

  it('TM6 the captain hands on; one who leaves is followed by the longest member', () => {
    const fold = started();
    fold.decide([made('ada', 'herons'), joins('bo', 'herons'), joins('cy', 'herons')]);
    const asked = [handsOn('bo', 'herons', 2), handsOn('ada', 'herons', 9)];
    expect(told(fold, asked)).toEqual(['not_captain', 'member_unknown']);
    expect(told(fold, [handsOn('ada', 'herons', 3)])).toEqual(['noted']);
    expect(rosterIn(fold).captain).toBe(3);
    fold.decide([leaves('ada', 'herons'), joins('ada', 'herons'), leaves('cy', 'herons')]);
    expect(rosterIn(fold).captain).toBe(2);
    fold.decide([leaves('bo', 'herons'), leaves('ada', 'herons')]);
    expect(rosterIn(fold)).toEqual({ captain: undefined, members: [] });
    fold.decide([joins('dee', 'herons')]);
    expect(rosterIn(fold)).toMatchObject({ captain: 5 });
  });

  it('TM7 the points of who leaves stay, and it may join another team or come back', () => {
    const fold = started();
    fold.decide([made('ada', 'herons'), made('bo', 'otters')]);
    fold.decide([ownScan('ada', 'herons', { number: 1 })]);
    const { score } = teamIn(fold) ?? {};
    expect(told(fold, [leaves('ada', 'herons'), leaves('ada', 'herons')])).toEqual([
      'noted',
      'not_in_team',
    ]);
    expect(told(fold, [joins('ada', 'otters'), leaves('ada', 'otters')])).toEqual([
      'noted',
      'noted',
    ]);
    expect(told(fold, [joins('ada', 'herons')])).toEqual(['noted']);
    expect(teamIn(fold)?.score).toBe(score);
    expect(teamIn(fold, 'otters')?.score).toBe(0);
  });

  it('TM8 the captain alone sends somebody away', () => {
    const fold = started();
    fold.decide([made('ada', 'herons'), joins('bo', 'herons')]);
    const asked = [sendsAway('bo', 'herons', 1), sendsAway('ada', 'herons', 7)];
    expect(told(fold, asked)).toEqual(['not_captain', 'member_unknown']);
    expect(teamIn(fold)?.roster.code).toBe(codeOf('herons'));
    expect(told(fold, [sendsAway('ada', 'herons', 2)])).toEqual(['noted']);
    expect(rosterIn(fold).members).toEqual(['1:ADA']);
    expect(teamIn(fold)?.roster.code).not.toBe(codeOf('herons'));
  });

  it('TM8 an operator sends somebody away and says why, be it the captain', () => {
    const fold = started();
    fold.decide([made('ada', 'herons'), joins('bo', 'herons'), joins('cy', 'herons')]);
    expect(told(fold, [sentAway('herons', 7), sentAway('lynxes', 1)])).toEqual([
      'member_unknown',
      'team_unknown',
    ]);
    expect(teamIn(fold)?.roster.code).toBe(codeOf('herons'));
    const [row] = fold.decide([sentAway('herons', 1)]).results;
    const membership = { change: 'removed', member: 1, name: 'ADA', reason: 'rude words' };
    expect(row).toMatchObject({ verdict: 'noted', extras: { membership } });
    expect(rosterIn(fold)).toMatchObject({ captain: 2, members: ['2:Player 2', '3:Player 3'] });
    expect(told(fold, [joins('ada', 'herons')])).toEqual(['code_wrong']);
  });

  it('TM9 what a device sends for a team that its player is not in moves nothing', () => {
    const fold = started();
    fold.decide([made('ada', 'herons'), joins('bo', 'herons')]);
    const sent = [
      ownScan('bo', 'herons', { number: 1, code: 'NOPE' }),
      leaves('bo', 'herons'),
      ownScan('bo', 'herons', { number: 2 }),
      ownScan('ada', 'herons', { number: 3, code: 'NOPE' }),
      joins('bo', 'herons'),
      ownScan('bo', 'herons', { number: 4 }),
    ];
    const rows = fold.decide(sent).results.filter(({ event }) => event.type === 'code.scanned.v1');
    expect(rows.map(({ verdict, extras }) => [verdict, extras?.reason])).toEqual([
      ['no_clue', undefined],
      ['closed', 'not_in_team'],
      ['no_clue', undefined],
      ['solved', undefined],
    ]);
    expect(rows[1]).toMatchObject({ outcome: 'accepted', points: 0, score: 0 });
  });

  it('TM9 a server speaks for whom it likes', () => {
    const fold = started();
    fold.decide([made('ada', 'herons')]);
    expect(told(fold, [scan('CLOCK', { number: 1 })])).toEqual(['solved']);
  });
});
