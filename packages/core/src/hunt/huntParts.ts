/**
 * What the checks beyond the schema look at. A file with mistakes of shape still has parts that
 * are well formed: those are checked too, so that a designer sees all mistakes at once.
 */
import { Clue, EventTime, type HuntDefinition, Rule } from '@trove/contracts';

export interface HuntParts {
  readonly opens?: string;
  readonly closes?: string;
  /** In file order; `undefined` stands for one that is not well formed. */
  readonly clues: readonly (Clue | undefined)[];
  readonly rules: readonly (Rule | undefined)[];
  /** Ids of all clues, also of those that are not well formed otherwise. */
  readonly clueIds: ReadonlySet<string>;
}

/** The parts of a definition that has passed the schema. */
export function partsOfDefinition(definition: HuntDefinition): HuntParts {
  return { ...definition, clueIds: new Set(definition.clues.map((clue) => clue.id)) };
}

/** The well-formed parts of anything at all. */
export function partsOfValue(value: unknown): HuntParts {
  const { opens, closes, clues, rules } = recordOf(value);
  const ids = listOf(clues).map((clue) => recordOf(clue)['id']);
  return {
    opens: EventTime.safeParse(opens).data,
    closes: EventTime.safeParse(closes).data,
    clues: listOf(clues).map((clue) => Clue.safeParse(clue).data),
    rules: listOf(rules).map((rule) => Rule.safeParse(rule).data),
    clueIds: new Set(ids.filter((id) => typeof id === 'string')),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
