import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fold, scan } from '../pipeline/pipeline.fixture.js';
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

function started(more: Record<string, unknown> = {}): Fold {
  const fold = new Fold();
  fold.publish(more);
  return fold;
}

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

/** Three clues, the last of which waits for the first. */
const TRAIL = {
  clues: [
    { id: 'a', title: 'A', points: 10, find: { code: 'A' } },
    { id: 'b', title: 'B', points: 20, find: { code: 'B' } },
    { id: 'c', title: 'C', points: 40, find: { code: 'C' }, requires: { all: ['a'] } },
  ],
  rules: [],
};

/** Fewer than phones: some players have several, each with a count of its own. */
const PLAYERS = 3;

/** What each phone has scanned while it was offline, in its own order. */
const phones = fc.array(fc.array(fc.constantFrom('A', 'B', 'C', 'NOPE'), { maxLength: 8 }), {
  minLength: 1,
  maxLength: 5,
});

describe('the phones of a team that were offline', () => {
  it('TM10 bring one award a clue however they come together, the first in the log', () => {
    const merges = fc.record({
      gathered: phones,
      choices: fc.array(fc.nat({ max: 99 }), { minLength: 40, maxLength: 40 }),
      perChunk: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(merges, ({ gathered, choices, perChunk }) => {
        const merged = merge(gathered, choices);
        const fold = teamOf(PLAYERS);
        const rows = chunksOf(merged, perChunk).flatMap((events) => fold.decide(events).results);
        expect(rows.map(({ verdict, points }) => [verdict, points])).toEqual(byHand(merged));
        const whole = teamOf(PLAYERS);
        whole.decide(merged);
        expect(teamIn(whole)).toEqual(teamIn(fold));
      }),
      { numRuns: 200 },
    );
  });
});

/** A team of so many players, each with a phone. */
function teamOf(players: number): Fold {
  const fold = started(TRAIL);
  const others = Array.from({ length: players - 1 }, (_, i) => joins(`p${i + 1}`, 'herons'));
  fold.decide([made('p0', 'herons'), ...others]);
  return fold;
}

/** The phones’ events in one order of the log: each phone’s own order holds. */
function merge(gathered: readonly (readonly string[])[], choices: number[]): LoggedEvent[] {
  const left = gathered.map((codes, phone) => {
    return codes.map((code, i) => {
      const player = `p${phone % PLAYERS}`;
      const sequence = { device: `phone-${phone}`, epoch: 1, seq: i };
      const scanned = ownScan(player, 'herons', { code, number: phone * 100 + i + 1 });
      return { ...scanned, sequence };
    });
  });
  return choices.flatMap((choice) => {
    const waiting = left.filter((events) => events.length > 0);
    return waiting[choice % Math.max(1, waiting.length)]?.splice(0, 1) ?? [];
  });
}

function byHand(events: readonly LoggedEvent[]): [string, number][] {
  const solved = new Set<string>();
  return events.map(({ data }): [string, number] => {
    const { code } = data as { code: string };
    const worth = { A: 10, B: 20, C: 40 }[code];
    if (worth === undefined) return ['no_clue', 0];
    if (solved.has(code)) return ['already_solved', 0];
    if (code === 'C' && !solved.has('A')) return ['locked', 0];
    solved.add(code);
    return ['solved', worth];
  });
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size));
}
