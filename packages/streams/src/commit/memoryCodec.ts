/**
 * How a hunt's memory for recommendations stands in Redis: the names of its slots, a field for what
 * was visited together with each clue, one for its figures, one for its crowd, the hottest, the
 * weights; and in a hash of its own one text a team.
 */
import {
  type ClueFigures,
  type CoVisits,
  coVisitsText,
  type HuntMemory,
  type MemoryChange,
  NO_TRAIL,
  newMemory,
  type RankWeights,
  readCoVisits,
  type Trail,
} from '@trove/core';

export const TOGETHER_PREFIX = 't:';
const FIGURES = 'f:';
const CROWD = 'c:';
export const HOTTEST_FIELD = 'hottest';
export const NAMES_FIELD = 'names';
export const WEIGHTS_FIELD = 'weights';

/** Recent slots, time of the last solve, position (lat, lon, ms), skill and tries, suggestions. */
type StoredTrail = readonly [
  readonly number[],
  number,
  readonly [number, number, number] | null,
  readonly [number, number],
  readonly [number, ...string[]] | null,
];

/** Fields of one slot. */
export function figuresField(slot: number): string {
  return FIGURES + slot;
}

export function crowdField(slot: number): string {
  return CROWD + slot;
}

/** Field, value, field, value … of what changed. */
export function memoryFields(change: Omit<MemoryChange, 'trails' | 'counts'>): string[] {
  const { names, together, figures, crowds, hottest, weights } = change;
  const fields: string[] = [];
  for (const [slot, visits] of together) fields.push(TOGETHER_PREFIX + slot, coVisitsText(visits));
  for (const [slot, one] of figures) fields.push(FIGURES + slot, figuresText(one));
  for (const [slot, heat] of crowds) fields.push(CROWD + slot, String(heat));
  if (names !== undefined) fields.push(NAMES_FIELD, JSON.stringify(names));
  if (hottest !== undefined) fields.push(HOTTEST_FIELD, hottest.join(' '));
  if (weights !== undefined) fields.push(WEIGHTS_FIELD, weightsText(weights));
  return fields;
}

/** Team, text, team, text … of what changed. */
export function trailFields({ trails }: Pick<MemoryChange, 'trails'>): string[] {
  const fields: string[] = [];
  for (const [team, trail] of trails) fields.push(team, trailText(trail));
  return fields;
}

/** The memory of these fields, without trails; undefined when there are none. */
export function parseMemory(fields: Readonly<Record<string, string>>): HuntMemory | undefined {
  const together = new Map<number, CoVisits>();
  const figures = new Map<number, ClueFigures>();
  const crowds = new Map<number, number>();
  for (const [field, value] of Object.entries(fields)) {
    const slot = Number(field.slice(2));
    if (field.startsWith(TOGETHER_PREFIX)) together.set(slot, readCoVisits(value));
    else if (field.startsWith(FIGURES)) figures.set(slot, parseFigures(value));
    else if (field.startsWith(CROWD)) crowds.set(slot, Number(value));
  }
  const names = parseNames(fields[NAMES_FIELD]);
  if (names.length === 0) return undefined;
  const slots = new Map(names.map((name, slot) => [name, slot]));
  const hottest = parseHottest(fields[HOTTEST_FIELD]);
  const weights = parseWeights(fields[WEIGHTS_FIELD]);
  return { ...newMemory(), names, slots, together, figures, crowds, hottest, weights };
}

export function parseNames(text: string | null | undefined): readonly string[] {
  return typeof text === 'string' ? (JSON.parse(text) as string[]) : [];
}

export function parseHottest(text: string | null | undefined): readonly number[] {
  return typeof text === 'string' && text !== '' ? text.split(' ').map(Number) : [];
}

/** Choices, then the weights, then the sums of squares. */
export function parseWeights(text: string | null | undefined): RankWeights | undefined {
  if (typeof text !== 'string') return undefined;
  const [choices = 0, ...numbers] = text.split(' ').map(Number);
  const half = numbers.length / 2;
  return {
    choices,
    weights: Float64Array.from(numbers.slice(0, half)),
    squares: Float64Array.from(numbers.slice(half)),
  };
}

function weightsText({ choices, weights, squares }: RankWeights): string {
  return `${choices} ${weights.join(' ')} ${squares.join(' ')}`;
}

export function parseFigures(text: string): ClueFigures {
  const [now = 0, lasting = 0, solves = 0, rating = 0, tries = 0] = text.split(' ').map(Number);
  return { now, lasting, solves, difficulty: { rating, tries } };
}

function figuresText({ now, lasting, solves, difficulty }: ClueFigures): string {
  return `${now} ${lasting} ${solves} ${difficulty.rating} ${difficulty.tries}`;
}

/** Names need no escapes, by their contracts, and most of a commit's texts are these. */
function trailText({ recent, lastMs, at, placedS, skill, served }: Trail): string {
  const place = at === undefined ? 'null' : `[${at.lat},${at.lon},${placedS * 1_000}]`;
  const told = served === undefined ? 'null' : `[${served.atMs},"${served.clues.join('","')}"]`;
  return `[[${recent.join(',')}],${lastMs},${place},[${skill.rating},${skill.tries}],${told}]`;
}

export function parseTrail(text: string): Trail {
  const stored = JSON.parse(text) as StoredTrail;
  // Trails from before skill was estimated name clues otherwise: such a team begins anew.
  if (!Array.isArray(stored[0])) return NO_TRAIL;
  const [recent, lastMs, at, [rating, tries], served] = stored;
  const [servedAtMs = 0, ...clues] = served ?? [];
  return {
    recent,
    lastMs,
    at: at === null ? undefined : { lat: at[0], lon: at[1] },
    placedS: at === null ? 0 : Math.floor(at[2] / 1_000),
    skill: { rating, tries },
    served: served === null ? undefined : { clues, atMs: servedAtMs },
  };
}
