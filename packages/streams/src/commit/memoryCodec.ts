/**
 * How a hunt's memory for recommendations stands in Redis: a field for the successors of each
 * clue, one for its heat, one for the hottest; and in a hash of its own one text a team.
 */
import type { Followers, HuntMemory, MemoryChange, Trail } from '@trove/core';

const NEXT = 'n:';
const HEAT = 'h:';
const HOTTEST = 'top';

/** Clue, count and error of each successor, in their order. */
type StoredFollowers = readonly (readonly [string, number, number])[];

/** Last clue, position (lat, lon, ms), suggestions (ms, clues); null where there is none. */
type StoredTrail = readonly [
  string | null,
  readonly [number, number, number] | null,
  readonly [number, ...string[]] | null,
];

/** Field of one clue's successors. */
export function followersField(clue: string): string {
  return NEXT + clue;
}

/** Field of one clue's heat, a number as text. */
export function heatField(clue: string): string {
  return HEAT + clue;
}

/** Field, value, field, value … of what changed. */
export function memoryFields({ next, heat, hottest }: MemoryChange): string[] {
  const fields: string[] = [];
  for (const [clue, followers] of next) fields.push(NEXT + clue, followersText(followers));
  for (const [clue, value] of heat) fields.push(HEAT + clue, String(value));
  if (hottest !== undefined) fields.push(HOTTEST, JSON.stringify(hottest));
  return fields;
}

/** Team, text, team, text … of what changed. */
export function trailFields({ trails }: MemoryChange): string[] {
  const fields: string[] = [];
  for (const [team, trail] of trails) fields.push(team, trailText(trail));
  return fields;
}

/** The memory of these fields, without trails; undefined when there are none. */
export function parseMemory(fields: Readonly<Record<string, string>>): HuntMemory | undefined {
  const next = new Map<string, Followers>();
  const heat = new Map<string, number>();
  let hottest: readonly string[] = [];
  let isEmpty = true;
  for (const [field, value] of Object.entries(fields)) {
    isEmpty = false;
    if (field.startsWith(NEXT)) next.set(field.slice(NEXT.length), parseFollowers(value));
    else if (field.startsWith(HEAT)) heat.set(field.slice(HEAT.length), Number(value));
    else if (field === HOTTEST) hottest = JSON.parse(value) as string[];
  }
  return isEmpty ? undefined : { next, heat, hottest, trails: new Map() };
}

export function parseFollowers(text: string): Followers {
  const stored = JSON.parse(text) as StoredFollowers;
  return new Map(stored.map(([clue, count, error]) => [clue, { count, error }]));
}

function followersText(followers: Followers): string {
  const stored: StoredFollowers = [...followers].map(([clue, { count, error }]) => {
    return [clue, count, error] as const;
  });
  return JSON.stringify(stored);
}

/** Names need no escapes, by their contracts, and most of a commit's texts are these. */
function trailText({ last, at, served }: Trail): string {
  const first = last === undefined ? 'null' : `"${last}"`;
  const second = at === undefined ? 'null' : `[${at.lat},${at.lon},${at.atMs}]`;
  const third = served === undefined ? 'null' : `[${served.atMs},"${served.clues.join('","')}"]`;
  return `[${first},${second},${third}]`;
}

export function parseTrail(text: string): Trail {
  const [last, at, served] = JSON.parse(text) as StoredTrail;
  const [servedAtMs = 0, ...clues] = served ?? [];
  return {
    last: last ?? undefined,
    at: at === null ? undefined : { lat: at[0], lon: at[1], atMs: at[2] },
    served: served === null ? undefined : { clues, atMs: servedAtMs },
  };
}
