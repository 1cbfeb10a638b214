/**
 * What the checks beyond the schema look at. A file with mistakes of shape still has parts that
 * are well formed: those are checked too, so that a designer sees all mistakes at once.
 */
import {
  Badge,
  Clue,
  Division,
  EventTime,
  EventTypeDefinition,
  type HuntDefinition,
  Quality,
  Recommend,
  Rule,
} from '@trove/contracts';

export interface HuntParts {
  readonly opens?: string;
  readonly closes?: string;
  readonly joinCode?: string;
  readonly playtestCode?: string;
  /** In file order; `undefined` stands for one that is not well formed. */
  readonly clues: readonly (Clue | undefined)[];
  readonly rules: readonly (Rule | undefined)[];
  readonly badges: readonly (Badge | undefined)[];
  readonly divisions: readonly (Division | undefined)[];
  /** Event types of its own. */
  readonly eventTypes: readonly (EventTypeDefinition | undefined)[];
  /** Names of all its event types, also of those that are not well formed otherwise. */
  readonly typeNames: ReadonlySet<string>;
  /** Nothing when it is not well formed. */
  readonly quality?: Quality;
  readonly recommend?: Recommend;
  /** Ids of all clues, also of those that are not well formed otherwise. */
  readonly clueIds: ReadonlySet<string>;
  readonly badgeIds: ReadonlySet<string>;
  /** Ids of the clues that some rule unlocks, also of rules that are not well formed otherwise. */
  readonly unlocked: ReadonlySet<string>;
  /** Team counters that rules write, also of rules that are not well formed otherwise. */
  readonly counters: ReadonlySet<string>;
}

/** The parts of a definition that has passed the schema. */
export function partsOfDefinition(definition: HuntDefinition): HuntParts {
  const { clues, badges, rules, eventTypes = [], divisions = [] } = definition;
  const counts = rules.flatMap(({ then }) => then.counters ?? []);
  return {
    ...definition,
    eventTypes,
    divisions,
    typeNames: new Set(eventTypes.map(({ type }) => type)),
    clueIds: new Set(clues.map(({ id }) => id)),
    badgeIds: new Set(badges.map(({ id }) => id)),
    unlocked: new Set(rules.flatMap(({ then }) => then.unlock ?? [])),
    counters: new Set(counts.map(({ name }) => name)),
  };
}

/** The well-formed parts of anything at all. */
export function partsOfValue(value: unknown): HuntParts {
  const { opens, closes, clues, badges, rules, eventTypes, quality, recommend, ...head } =
    recordOf(value);
  const effects = listOf(rules).map((rule) => recordOf(recordOf(rule)['then']));
  const counts = effects.flatMap(({ counters }) => listOf(counters));
  const unlocked = effects.flatMap(({ unlock }) => listOf(unlock));
  return {
    opens: EventTime.safeParse(opens).data,
    closes: EventTime.safeParse(closes).data,
    joinCode: textOf(head['joinCode']),
    playtestCode: textOf(head['playtestCode']),
    clues: listOf(clues).map((clue) => Clue.safeParse(clue).data),
    rules: listOf(rules).map((rule) => Rule.safeParse(rule).data),
    badges: listOf(badges).map((badge) => Badge.safeParse(badge).data),
    divisions: listOf(head['divisions']).map((division) => Division.safeParse(division).data),
    eventTypes: listOf(eventTypes).map((type) => EventTypeDefinition.safeParse(type).data),
    typeNames: textsOf(eventTypes, 'type'),
    quality: Quality.safeParse(quality).data,
    recommend: Recommend.safeParse(recommend).data,
    clueIds: textsOf(clues, 'id'),
    badgeIds: textsOf(badges, 'id'),
    unlocked: new Set(unlocked.filter((id) => typeof id === 'string')),
    counters: textsOf(counts, 'name'),
  };
}

function textsOf(list: unknown, field: string): ReadonlySet<string> {
  const values = listOf(list).map((item) => recordOf(item)[field]);
  return new Set(values.filter((value) => typeof value === 'string'));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
