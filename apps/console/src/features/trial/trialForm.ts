/** What a designer fills in to try something, and what is sent of it. Moments are in UTC. */
import type { EventWords } from '@trove/core';
import { type DraftClue, type DraftHunt, entriesOf, textOf } from '../draft/draftHunt';

export interface SubjectForm {
  readonly is: 'imaginary' | 'real';
  readonly team: string;
  readonly solved: readonly string[];
  readonly score: number;
  readonly counters: Readonly<Record<string, number>>;
  readonly badges: readonly string[];
  readonly solvedByOthers: number;
}

export interface EventForm {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** As `2030-01-01T12:00:00`. */
  readonly at: string;
}

/** The moment at which fixtures begin when a hunt does not say when it opens. */
const PLAIN_NOON = '2030-01-01T12:00:00Z';
const SECONDS = 'YYYY-MM-DDTHH:MM:SS'.length;

export function newSubject(team: string): SubjectForm {
  const nothing = { solved: [], score: 0, counters: {}, badges: [], solvedByOthers: 0 };
  return { is: 'imaginary', team, ...nothing };
}

/** An event that solves the hunt’s first clue, at the moment the hunt opens. */
export function firstEvent(hunt: DraftHunt | undefined): EventForm {
  const [clue] = entriesOf(hunt?.clues);
  const at = momentOf(textOf(hunt?.opens)) ?? momentOf(PLAIN_NOON) ?? '';
  return { ...solvingEvent(clue ?? {}), at };
}

/** A minute later than the one before. */
export function nextEvent(before: EventForm): EventForm {
  const time = Date.parse(`${before.at}Z`);
  const at = Number.isNaN(time) ? before.at : momentOf(new Date(time + 60_000).toISOString());
  return { ...before, at: at ?? before.at };
}

/** As a field for moments has it; undefined for what is no time. */
export function momentOf(text: string): string | undefined {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString().slice(0, SECONDS);
}

type Solving = Pick<EventForm, 'type' | 'data'>;

/** The event that solves a clue, as far as the clue is written. */
export function solvingEvent({ id, find }: DraftClue): Solving {
  const { place, code, answer, choice, photo } = (find ?? {}) as Readonly<Record<string, unknown>>;
  const clue = textOf(id);
  if (code !== undefined) return { type: 'code.scanned.v1', data: { code: textOf(code) } };
  if (answer !== undefined) {
    const [accepted] = listOf(recordOf(answer)['accept']);
    return { type: 'clue.answered.v1', data: { clue, answer: textOf(accepted) } };
  }
  if (choice !== undefined) {
    const options = listOf(recordOf(choice)['options']).map(recordOf);
    const right = options.find((option) => option['right'] === true);
    return { type: 'option.chosen.v1', data: { clue, option: textOf(right?.['id']) } };
  }
  if (photo !== undefined) {
    return { type: 'photo.submitted.v1', data: { clue, photo: SOME_PHOTO } };
  }
  const { id: name, lat, lon, maxAccuracyM, maxAgeS } = recordOf(place);
  if (name !== undefined) {
    return { type: 'place.visited.v1', data: { place: textOf(name), lat, lon } };
  }
  const accuracy = maxAccuracyM === undefined ? {} : { accuracyM: 1 };
  const age = maxAgeS === undefined ? {} : { ageS: 0 };
  return {
    type: 'location.reported.v1',
    data: { lat: lat ?? 0, lon: lon ?? 0, ...accuracy, ...age },
  };
}

/** A trial has no upload: any id that could be one. */
const SOME_PHOTO = '0'.repeat(64);

/** The data of another type: what both have stays, the rest begins with the first it can be. */
export function dataFor(
  { fields, names }: Pick<EventWords, 'fields' | 'names'>,
  before: EventForm['data'],
): EventForm['data'] {
  const kept = fields.flatMap(({ name, type, isOptional }): [string, unknown][] => {
    if (before[name] !== undefined) return [[name, before[name]]];
    const values = names.find((one) => one.name === `event.data.${name}`)?.values;
    return isOptional ? [] : [[name, values?.[0] ?? EMPTY[type]]];
  });
  return Object.fromEntries(kept);
}

const EMPTY = { number: 0, string: '', bool: false } as const;

/** As the server takes it. */
export function sentSubject(form: SubjectForm) {
  if (form.is === 'real') return { is: 'real', team: form.team } as const;
  const { is: _, ...imaginary } = form;
  return {
    is: 'imaginary' as const,
    ...imaginary,
    solved: [...form.solved],
    badges: [...form.badges],
    counters: { ...form.counters },
  };
}

export function sentEvent({ type, data, at }: EventForm) {
  return { type: type as never, data: { ...data }, at: `${at}Z` };
}

/** Counters that some rule of the draft writes. */
export function countersOf(hunt: DraftHunt | undefined): readonly string[] {
  const counts = entriesOf(hunt?.rules).flatMap(({ then }) => listOf(recordOf(then)['counters']));
  return [...new Set(counts.map((count) => textOf(recordOf(count)['name'])))].filter(Boolean);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
