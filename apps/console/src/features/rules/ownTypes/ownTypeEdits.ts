/** Changes of a draft’s own event types and of what it expects of their events. */
import type { DraftPatch } from '@trove/contracts';
import type { DraftHunt } from '../../draft/draftHunt';
import { pointerOf } from '../../draft/pathOf';

export type Entry = Readonly<Record<string, unknown>>;

/** An entry of a list that may not be there yet, nor what it stands in. */
export function addEntry(
  steps: readonly (string | number)[],
  list: unknown,
  value: Entry,
): DraftPatch {
  if (Array.isArray(list)) return [{ op: 'add', path: `${pointerOf(...steps)}/-`, value }];
  return [{ op: 'add', path: pointerOf(...steps), value: [value] }];
}

/** The last entry takes its list with it: a hunt has no empty list of event types. */
export function removeEntry(
  steps: readonly (string | number)[],
  list: readonly unknown[],
  index: number,
): DraftPatch {
  const path = list.length === 1 ? pointerOf(...steps) : pointerOf(...steps, index);
  return [{ op: 'remove', path }];
}

export function newType(taken: readonly Entry[]): Entry {
  const names = new Set(taken.map(({ type }) => type));
  let number = 1;
  while (names.has(typeName(number))) number += 1;
  const fields = [{ name: 'note', kind: 'text' }];
  return { type: typeName(number), description: '', fields };
}

function typeName(number: number): string {
  return `custom.thing${number === 1 ? '' : number}.happened.v1`;
}

export const NEW_FIELD: Entry = { name: 'field', kind: 'number', min: 0, max: 100 };

export const FIELD_KINDS = [
  { value: 'number', title: 'number' },
  { value: 'integer', title: 'whole number' },
  { value: 'text', title: 'text' },
  { value: 'boolean', title: 'true or false' },
  { value: 'one_of', title: 'one of some texts' },
];

/** A field of another kind keeps its name and whether it may be missing. */
export function fieldOfKind({ name, required }: Entry, kind: string): Entry {
  const kept = { name, kind, ...(required === undefined ? {} : { required }) };
  return kind === 'one_of' ? { ...kept, oneOf: ['first', 'second'] } : kept;
}

export type ExpectKind = 'range' | 'list' | 'fresh' | 'growing' | 'rate' | 'together';

export const EXPECT_KINDS: readonly { value: ExpectKind; title: string }[] = [
  { value: 'range', title: 'a number lies in a range' },
  { value: 'list', title: 'a text is one of a list' },
  { value: 'fresh', title: 'it comes soon after it happened' },
  { value: 'growing', title: 'a number never falls' },
  { value: 'rate', title: 'a player sends not too many' },
  { value: 'together', title: 'some fields come together or not at all' },
];

export function kindOfExpect(expect: Entry): ExpectKind {
  if ('oneOf' in expect) return 'list';
  if ('freshS' in expect) return 'fresh';
  if ('growing' in expect) return 'growing';
  if ('atMost' in expect || 'perS' in expect) return 'rate';
  return 'together' in expect ? 'together' : 'range';
}

const NUMBERS = ['number', 'integer'];
const TEXTS = ['text', 'one_of'];

/** What an expectation of this kind begins as, on a field it can be about where there is one. */
export function expectOfKind(kind: ExpectKind, fields: readonly Entry[]): Entry {
  const [first, second] = fields.map(({ name }) => name);
  switch (kind) {
    case 'range':
      return { field: nameOf(fields, NUMBERS), min: 0 };
    case 'list':
      return { field: nameOf(fields, TEXTS), oneOf: ['first'] };
    case 'fresh':
      return { freshS: 60 };
    case 'growing':
      return { growing: 'time' };
    case 'rate':
      return { atMost: 10, perS: 60 };
    case 'together':
      return { together: [first, second].filter((name) => name !== undefined) };
  }
}

function nameOf(fields: readonly Entry[], kinds: readonly string[]): unknown {
  const fitting = fields.find(({ kind }) => kinds.includes(String(kind)));
  return (fitting ?? fields[0])?.['name'] ?? '';
}

/** One that any type can have, under a name of its own. */
export function newExpectation(on: string, taken: readonly Entry[]): Entry {
  const ids = new Set(taken.map(({ id }) => id));
  let number = 1;
  while (ids.has(`expectation-${number}`)) number += 1;
  const expect = expectOfKind('fresh', []);
  return { id: `expectation-${number}`, on, expect, otherwise: 'warn' };
}

/** Adds it, with as much around it as is missing. */
export function addExpectation(hunt: DraftHunt | undefined, value: Entry): DraftPatch {
  const quality: unknown = hunt?.quality;
  if (typeof quality !== 'object' || quality === null) {
    return [{ op: 'add', path: '/quality', value: { expectations: [value] } }];
  }
  const { expectations } = quality as { expectations?: unknown };
  return addEntry(['quality', 'expectations'], expectations, value);
}
