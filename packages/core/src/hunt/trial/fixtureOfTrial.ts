/**
 * Makes tried events into a fixture. A fixture begins with an empty hunt, so what the team had
 * solved is played first; what it expects is what comes of playing it.
 */
import type {
  Clue,
  ExpectedOutcome,
  Fixture,
  FixtureEvent,
  HuntDefinition,
} from '@trove/contracts';
import type { CompiledHunt } from '../compiledHunt.js';
import type { Actual } from '../fixtures/caseReport.js';
import { placesOf } from '../fixtures/fixtureData.js';
import { startMs } from '../fixtures/moments.js';
import { runFixture } from '../fixtures/runFixture.js';
import type { TrialEvent, TriedEvent } from './runTrial.js';

export interface FixtureSource {
  readonly name: string;
  readonly definition: HuntDefinition;
  readonly compiled: CompiledHunt;
  /** What the team had solved before. */
  readonly solved: readonly string[];
  readonly events: readonly TrialEvent[];
  /** What came of them when they were tried. */
  readonly tried: readonly TriedEvent[];
}

export interface MadeFixture {
  readonly fixture: Fixture;
  /** Where the fixture comes out otherwise than what was tried, as the score; mostly nowhere. */
  readonly differsIn: readonly string[];
}

export function fixtureOfTrial(source: FixtureSource): MadeFixture {
  const { name, definition, compiled, events, tried } = source;
  const bare = { ...bareFixture(source), name };
  const { steps } = runFixture(bare, 0, { definition, compiled });
  const before = bare.events.length - events.length;
  const actual = steps.slice(before).map((step) => step.actual);
  const expecting = bare.events.map((event, at): FixtureEvent => {
    const one = actual[at - before];
    return one === undefined ? event : { ...event, expect: expectationOf(one) };
  });
  const differsIn = tried.flatMap((one, at) => differences(one, actual[at]));
  return {
    fixture: { ...bare, events: expecting },
    differsIn: [...new Set(differsIn)],
  };
}

function bareFixture({ definition, solved, events }: FixtureSource): Omit<Fixture, 'name'> {
  const usual = startMs({}, definition);
  const first = events[0];
  const start = Math.min(usual, first?.atMs ?? usual);
  const clues = new Map(definition.clues.map((clue) => [clue.id, clue]));
  const team = first?.team ?? '';
  const before = solved.flatMap((id): FixtureEvent[] => {
    const clue = clues.get(id);
    return clue === undefined ? [] : solving(clue, team);
  });
  return {
    ...(start === usual ? {} : { starts: new Date(start).toISOString() }),
    events: [...before, ...events.map((event) => fixtureEvent(event, definition))],
  };
}

/** The events that solve a clue, at the very start so that no clock stands in its way. */
function solving({ id, find }: Clue, team: string): FixtureEvent[] {
  const head = { team, at: '+0s' };
  if (!('photo' in find)) return [{ ...head, ...solvingAlone(id, find) }];
  const photo = { clue: id, name: 'photo' };
  const judge = { ...photo, as: 'accepted', reason: 'Solved before.' } as const;
  return [
    { ...head, photo },
    { ...head, judge },
  ];
}

type SolvedAlone = Exclude<Clue['find'], { photo: unknown }>;

function solvingAlone(id: string, find: SolvedAlone) {
  if ('code' in find) return { scan: find.code };
  if ('answer' in find) {
    return { answer: { clue: id, answer: find.answer.accept[0] ?? '' } };
  }
  if ('choice' in find) {
    const right = find.choice.options.find((option) => option.right);
    return { choose: { clue: id, option: right?.id ?? '' } };
  }
  const { place } = find;
  if (place.id !== undefined) return { visit: place.id };
  const { lat, lon, maxAccuracyM, maxAgeS } = place;
  const accuracyM = maxAccuracyM === undefined ? {} : { accuracyM: 1 };
  return { report: { lat, lon, ...accuracyM, ...(maxAgeS === undefined ? {} : AT_ONCE) } };
}

const AT_ONCE = { ageS: 0 };

/** In its short form where there is one that says the same. */
function fixtureEvent(event: TrialEvent, definition: HuntDefinition): FixtureEvent {
  const { team, player, type, data, atMs } = event;
  const head = {
    team,
    ...(player === team ? {} : { player }),
    at: new Date(atMs).toISOString(),
  };
  // The contract has checked data against the type, which the compiler does not follow.
  const short = { ...head, ...shortForm(event, definition) } as FixtureEvent;
  return Object.keys(short).length > Object.keys(head).length
    ? short
    : { ...head, type, data: { ...data } };
}

function shortForm({ type, data }: TrialEvent, definition: HuntDefinition): object {
  switch (type) {
    case 'code.scanned.v1':
      return { scan: data['code'] };
    case 'location.reported.v1':
      return { report: data };
    case 'clue.answered.v1':
      return hasClue(definition, data) ? { answer: data } : {};
    case 'place.visited.v1': {
      const place = placesOf(definition).get(String(data['place']));
      const isThere = place?.lat === data['lat'] && place?.lon === data['lon'];
      return place !== undefined && isThere ? { visit: data['place'] } : {};
    }
    default:
      // A choice and a hint of a part that is not there need the long form, which is never wrong.
      return {};
  }
}

function hasClue({ clues }: HuntDefinition, data: TrialEvent['data']): boolean {
  return clues.some(({ id }) => id === data['clue']);
}

function expectationOf({ outcome, verdict, clue, points, score, rules }: Actual): ExpectedOutcome {
  return {
    ...(outcome === 'accepted' ? {} : { outcome }),
    ...(verdict === undefined ? {} : { verdict }),
    ...(clue === undefined ? {} : { clue }),
    points,
    score,
    rules: [...rules],
  };
}

function differences(tried: TriedEvent, actual: Actual | undefined): readonly string[] {
  if (actual === undefined) return [];
  const fired = tried.rules.filter(({ reply }) => reply === 'fired').map(({ rule }) => rule);
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['outcome', tried.outcome, actual.outcome],
    ['verdict', tried.verdict, actual.verdict],
    ['clue', tried.clue, actual.clue],
    ['points', tried.points, actual.points],
    ['score', tried.scoreAfter, actual.score],
    ['rules', fired.join(), actual.rules.join()],
  ];
  return pairs.filter(([, one, other]) => one !== other).map(([field]) => field);
}
