/** What the names of a condition can be in one hunt, and which of them hang together. */
import {
  type Clue,
  type EventType,
  type HuntDefinition,
  isCustomType,
  type PlayType,
  type Verdict,
} from '@trove/contracts';
import type { Laws } from '../../rules/possible/assume.js';
import { both, oneOf, type Possible, span } from '../../rules/possible/possible.js';
import type { Names } from '../../rules/possible/possibleValue.js';
import { typeFields } from '../../rules/typeFields.js';

const REFUSED = ['already_solved', 'locked', 'closed'] as const;
const TRIED = ['solved', ...REFUSED] as const;

/** The verdicts an event of each type can get, by `judge`. */
const VERDICTS: Readonly<Record<EventType, readonly Verdict[]>> = {
  'place.visited.v1': [...TRIED, 'no_clue'],
  'location.reported.v1': [...TRIED, 'noted', 'uncertain'],
  'code.scanned.v1': [...TRIED, 'no_clue'],
  'clue.answered.v1': [...TRIED, 'wrong', 'cooling_down', 'no_clue'],
  'option.chosen.v1': [...TRIED, 'wrong', 'cooling_down', 'no_clue'],
  'hint.requested.v1': [...REFUSED, 'hinted', 'already_hinted', 'too_early', 'no_clue'],
  // Asked when it is sent, and again when an operator has accepted or rejected it.
  'photo.submitted.v1': [...TRIED, 'wrong', 'waiting', 'cooling_down', 'no_clue'],
  'photo.appealed.v1': [...REFUSED, 'waiting', 'no_clue'],
};

/** Judged by operators, one by one: state is asked whatever the hunt observes. */
const PHOTO: ReadonlySet<PlayType> = new Set(['photo.submitted.v1']);

/** An event of a hunt's own type is about no clue. */
function verdictsOf(on: PlayType, hunt?: Pick<HuntDefinition, 'quality'>): readonly Verdict[] {
  const can: readonly Verdict[] = isCustomType(on) ? ['noted'] : VERDICTS[on];
  const marks = hunt?.quality?.fairPlay?.position !== undefined;
  const verdicts = marks ? can.filter((verdict) => verdict !== 'uncertain') : can;
  const isAgain = hunt?.quality?.dedup?.state === 'observe' && verdicts.includes('solved');
  return isAgain && !PHOTO.has(on) ? [...verdicts, 'solved_again'] : verdicts;
}

/** Verdicts of events that may be about no clue. */
const CLUELESS: ReadonlySet<string> = new Set<Verdict>(['noted', 'no_clue']);

const MOST = Number.POSITIVE_INFINITY;

/** Whether an event of each type can be about a clue found this way. */
const CAN_BE_ABOUT: Readonly<Record<EventType, (find: Clue['find']) => boolean>> = {
  'place.visited.v1': (find) => 'place' in find && find.place.id !== undefined,
  'location.reported.v1': (find) => 'place' in find,
  'code.scanned.v1': (find) => 'code' in find,
  'clue.answered.v1': (find) => 'answer' in find,
  'option.chosen.v1': (find) => 'choice' in find,
  'hint.requested.v1': () => true,
  'photo.submitted.v1': (find) => 'photo' in find,
  'photo.appealed.v1': (find) => 'photo' in find,
};

/** The clues an event of this type can be about. */
export function cluesOn(on: PlayType, clues: readonly Clue[]): readonly Clue[] {
  return isCustomType(on) ? [] : clues.filter(({ find }) => CAN_BE_ABOUT[on](find));
}

/** Whether events of this type can solve this clue. */
export function canSolve(on: PlayType, clue: Clue): boolean {
  return verdictsOf(on).includes('solved') && cluesOn(on, [clue]).length > 0;
}

/** What of a hunt its conditions can see. */
export type SeenHunt = Pick<
  HuntDefinition,
  'clues' | 'rules' | 'eventTypes' | 'opens' | 'closes' | 'quality'
> & { readonly clock?: HuntDefinition['clock'] };

export interface ConditionNames {
  readonly names: Names;
  readonly laws: Laws;
}

export function conditionNames(on: PlayType, hunt: SeenHunt): ConditionNames {
  const clues = cluesOn(on, hunt.clues);
  const verdicts = verdictsOf(on, hunt).filter(
    (verdict) => clues.length > 0 || CLUELESS.has(verdict),
  );
  const lastsS =
    hunt.opens === undefined || hunt.closes === undefined || hunt.clock === 'events'
      ? MOST
      : (Date.parse(hunt.closes) - Date.parse(hunt.opens)) / 1_000;
  const names = new Map<string, Possible>([
    ['event.type', oneOf([on])],
    ['verdict', oneOf(verdicts)],
    ['clue.id', oneOf(['', ...clues.map(({ id }) => id)])],
    ['clue.points', span(0, MOST, true)],
    ['clue.solves', span(0, MOST, true)],
    ['team.score', span(-MOST, MOST, true)],
    ['team.solved', span(0, hunt.clues.length, true)],
    ['hunt.solves', span(0, MOST, true)],
    ['hunt.elapsedS', span(0, lastsS)],
    ...countersOf(hunt),
    ...dataOf(on, hunt),
  ]);
  const laws = lawsOf(new Map(clues.map((clue) => [clue.id, clue])));
  return { names: laws(names) ?? names, laws };
}

function countersOf({ rules }: SeenHunt): readonly [string, Possible][] {
  const names = rules.flatMap(({ then }) => (then.counters ?? []).map(({ name }) => name));
  return names.map((name) => [`team.counters.${name}`, span(-MOST, MOST, true)]);
}

function dataOf(on: PlayType, { eventTypes = [] }: SeenHunt): readonly [string, Possible][] {
  return typeFields(on, eventTypes).flatMap((field): [string, Possible][] => {
    const name = `event.data.${field.name}`;
    if (field.kind === 'number') return [[name, span(field.min, field.max, field.isWhole)]];
    return field.kind === 'text' && field.texts !== undefined ? [[name, oneOf(field.texts)]] : [];
  });
}

/** A team that solves has solved; a clue has the points it can have; no clue has none. */
function lawsOf(clueById: ReadonlyMap<string, Clue>): Laws {
  return (names) => {
    const known = new Map(names);
    const narrow = (name: string, by: Possible) => {
      const left = both(known.get(name) ?? by, by);
      if (left !== undefined) known.set(name, left);
      return left !== undefined;
    };
    const verdicts = textsOf(known.get('verdict'));
    if (verdicts?.every((verdict) => !CLUELESS.has(verdict)) === true) {
      if (!narrow('clue.id', oneOf(clueById.keys()))) return undefined;
    }
    if (verdicts?.every((verdict) => verdict === 'solved') === true) {
      const once = span(1, MOST, true);
      const counted = ['team.solved', 'clue.solves', 'hunt.solves'];
      if (!counted.every((name) => narrow(name, once))) return undefined;
    }
    const ids = textsOf(known.get('clue.id')) ?? [];
    if (ids.every((id) => id === '') && !narrow('verdict', oneOf(CLUELESS))) return undefined;
    return narrow('clue.points', pointsOf(ids, clueById)) ? known : undefined;
  };
}

function textsOf(value: Possible | undefined): readonly string[] | undefined {
  return value?.kind === 'texts' ? [...value.texts] : undefined;
}

/** What `clue.points` can be for one of these clues; an empty id has none. */
function pointsOf(ids: readonly string[], clueById: ReadonlyMap<string, Clue>): Possible {
  let low = MOST;
  let high = 0;
  for (const id of ids) {
    const clue = clueById.get(id);
    low = Math.min(low, clue === undefined ? 0 : leastPoints(clue));
    high = Math.max(high, clue?.points ?? 0);
  }
  return span(Math.min(low, high), high, true);
}

function leastPoints({ points, decay }: Clue): number {
  if (decay === undefined) return points;
  return 'linear' in decay ? decay.linear.floor : decay.parabolic.floor;
}
