/** The kinds of what a hunt can expect of an event, and one of each to begin with. */
import { isRecord } from '../clues/clueParts';

export const EXPECT_WORDS = {
  range: 'a number lies in a range',
  oneOf: 'a text is one of these',
  fresh: 'it happened not long before',
  growing: 'a number, or time, never falls',
  rate: 'a player sends not too many',
  together: 'of these fields all are there, or none',
} as const;

export type ExpectKind = keyof typeof EXPECT_WORDS;

/** Nothing where it is none that the language knows. */
export function expectKindOf(expect: unknown): ExpectKind | undefined {
  if (!isRecord(expect)) return undefined;
  if ('oneOf' in expect) return 'oneOf';
  if ('freshS' in expect) return 'fresh';
  if ('growing' in expect) return 'growing';
  if ('atMost' in expect || 'perS' in expect) return 'rate';
  if ('together' in expect) return 'together';
  return 'field' in expect ? 'range' : undefined;
}

export function newExpect(kind: ExpectKind): unknown {
  return {
    range: { field: 'accuracyM', max: 100 },
    oneOf: { field: 'code', oneOf: ['A', 'B'] },
    fresh: { freshS: 600 },
    growing: { growing: 'time' },
    rate: { atMost: 60, perS: 60 },
    together: { together: ['lat', 'lon'] },
  }[kind];
}
