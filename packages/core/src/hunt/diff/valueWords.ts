/** Values of a hunt file in words, short enough for a sentence. */
import type { Limit, Requires } from '@trove/contracts';

const SHOWN = 60;
const LISTED = 4;

/** A text in quotes, anything else as it is written. */
export function valueWords(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** `"a", "b" and 3 more`. */
export function namesWords(names: readonly string[]): string {
  const quoted = names.slice(0, LISTED).map((name) => `"${name}"`);
  const more = names.length - quoted.length;
  if (more > 0) return `${quoted.join(', ')} and ${more} more`;
  const last = quoted.at(-1) ?? 'nothing';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} and ${last}`;
}

export function pointsWords(points: unknown): string {
  return points === 1 ? '1 point' : `${String(points)} points`;
}

export function requiresWords(requires: Requires | undefined): string {
  if (requires === undefined) return 'nothing';
  if ('all' in requires) return namesWords(requires.all);
  if ('any' in requires) return `one of ${namesWords(requires.any)}`;
  return `${requires.atLeast} of ${namesWords(requires.of)}`;
}

/** How often a rule fires. */
export function limitWords(limit: Limit | undefined): string {
  if (limit === undefined) return 'every time its condition holds';
  if ('first' in limit) {
    return limit.first === 1 ? 'for the first team alone' : `for the first ${limit.first} teams`;
  }
  const cooling = limit.coolDownS === undefined ? [] : [`not again within ${limit.coolDownS} s`];
  const times = 'perTeam' in limit ? [timesWords(limit.perTeam)] : [];
  return [...times, ...cooling].join(', ');
}

function timesWords(times: number): string {
  return times === 1 ? 'once per team' : `${times} times per team`;
}
