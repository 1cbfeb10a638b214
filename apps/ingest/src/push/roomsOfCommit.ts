/** Where a commit stands among the results, and the names of the rooms it speaks to. */
import type { OutEntry } from '@trove/streams';

/** Position of the next undecided event after a commit. */
export function offsetOf({ id }: OutEntry): number {
  return Number(id.slice(0, id.indexOf('-')));
}

export function teamRoom(hunt: string, team: string): string {
  return `team:${hunt}/${team}`;
}

export function sourceRoom(source: string): string {
  return `source:${source}`;
}

/** Players of a hunt are in it beside their team's. */
export function huntRoom(hunt: string): string {
  return `hunt:${hunt}`;
}
