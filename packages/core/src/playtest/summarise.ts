/** Makes what was tallied into the report, with a few sentences that say what matters in it. */
import type { TeamState } from '../game/state.js';
import type { ClueTally } from './clueTally.js';
import { distributionOf } from './distribution.js';
import type { CluePlay, Distribution, PlaytestReport, TeamEnd } from './report.js';
import type { SimTeam } from './simTeam.js';
import type { Span } from './span.js';

export interface Played extends Pick<PlaytestReport, 'seed' | 'events' | 'verdicts' | 'outcomes'> {
  readonly span: Span;
  readonly teams: readonly SimTeam[];
  /** In the order of the file. */
  readonly tallies: readonly ClueTally[];
  /** When the last team did something, ms. */
  readonly lastMs: number;
  stateOf(team: SimTeam): TeamState | undefined;
}

const MINUTE_MS = 60_000;

export function summarise(played: Played): PlaytestReport {
  const { seed, events, span, teams, verdicts, outcomes, lastMs } = played;
  const stretches = Math.floor(Math.max(0, lastMs - span.startMs) / span.stretchMs) + 1;
  const finishers = teams.filter(({ end }) => end === 'finished');
  const states = teams.map((team) => played.stateOf(team));
  const told = {
    ...{ seed, events, verdicts, outcomes, teams: teams.length },
    ...{ startMs: span.startMs, horizonMs: span.endMs - span.startMs, stretchMs: span.stretchMs },
    ends: { finished: finishers.length, stuck: ended(teams, 'stuck'), late: ended(teams, 'late') },
    minutes: distributionOf(finishers.map(minutesOf)),
    points: distributionOf(states.map((state) => state?.score ?? 0)) ?? NOTHING,
    solved: distributionOf(states.map((state) => state?.solved.size ?? 0)) ?? NOTHING,
    clues: played.tallies.map((tally) => tally.play(stretches)),
  };
  return { ...told, says: says(told) };
}

function ended(teams: readonly SimTeam[], how: TeamEnd): number {
  return teams.filter(({ end }) => (end ?? 'late') === how).length;
}

function minutesOf({ startMs, lastSolveMs }: SimTeam): number {
  return (lastSolveMs - startMs) / MINUTE_MS;
}

const NOTHING: Distribution = {
  ...{ count: 0, least: 0, p10: 0, p25: 0, p50: 0, p75: 0, p90: 0, most: 0, columns: [] },
};

/** A clue at which so many of the teams stand at once is told of. */
const CROWD_SHARE = 0.15;
const LISTED = 3;

function says(report: Omit<PlaytestReport, 'says'>): readonly string[] {
  return [
    finishing(report),
    ...crowds(report),
    ...listed(
      'Nobody gets to',
      report.clues.filter(({ reached }) => reached === 0),
    ),
    ...listed(
      'Teams get there, and nobody solves',
      report.clues.filter(({ reached, solved }) => reached > 0 && solved === 0),
    ),
    ...hardest(report),
    ...suspects(report),
  ];
}

function finishing({ teams, ends, minutes, solved }: Omit<PlaytestReport, 'says'>): string {
  const whole = `${countOf(ends.finished)} of ${countOf(teams)} teams solve every clue`;
  if (minutes === undefined) return `${whole}; half of the teams solve ${solved.p50} or more.`;
  const [half, most] = [minutes.p50, minutes.p90].map(Math.round);
  return `${whole}, half of those within ${half} minutes and nine in ten within ${most}.`;
}

function crowds({ teams, clues, startMs }: Omit<PlaytestReport, 'says'>): readonly string[] {
  const inPerson = clues.filter(({ kind }) => kind === 'place' || kind === 'code');
  const crowded = inPerson
    .filter(({ mostAtOnce }) => mostAtOnce > 1 && mostAtOnce >= teams * CROWD_SHARE)
    .toSorted((one, other) => other.mostAtOnce - one.mostAtOnce);
  return crowded.slice(0, LISTED).map(({ id, mostAtOnce, mostAtMs }) => {
    const time = new Date(startMs + mostAtMs).toISOString().slice(11, 16);
    const minutes = Math.round(mostAtMs / MINUTE_MS);
    const when = `at ${time} UTC (minute ${minutes})`;
    return `${countOf(mostAtOnce)} teams stand at "${id}" at once, ${when}.`;
  });
}

function listed(what: string, clues: readonly CluePlay[]): readonly string[] {
  if (clues.length === 0) return [];
  const names = clues.slice(0, LISTED).map(({ id }) => `"${id}"`);
  const rest = clues.length > LISTED ? ` and ${clues.length - LISTED} more` : '';
  return [`${what} ${names.join(', ')}${rest}.`];
}

/** Of those that come to a clue, at least so many give up before it is told of. */
const HARD_SHARE = 0.4;

function hardest({ clues }: Omit<PlaytestReport, 'says'>): readonly string[] {
  const hard = clues
    .map((clue) => ({ clue, share: clue.reached === 0 ? 0 : 1 - clue.solved / clue.reached }))
    .filter(({ clue, share }) => clue.solved > 0 && share >= HARD_SHARE)
    .toSorted((one, other) => other.share - one.share);
  return hard.slice(0, LISTED).map(({ clue, share }) => {
    return `${Math.round(share * 100)} % of the teams that come to "${clue.id}" go on without it.`;
  });
}

function suspects({ outcomes }: Omit<PlaytestReport, 'says'>): readonly string[] {
  const { suspected = 0 } = outcomes;
  if (suspected === 0) return [];
  return [`Fair play marks ${countOf(suspected)} events of teams that were all honest.`];
}

function countOf(count: number): string {
  return count.toLocaleString('en-GB');
}
