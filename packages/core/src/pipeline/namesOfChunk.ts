/** What a chunk names, so that the caller can load it before it decides. */
import type { LogEntry } from '../ports/loggedEvent.js';

export interface ChunkNames {
  /** Teams by hunt. */
  readonly teams: ReadonlyMap<string, ReadonlySet<string>>;
  /** Players that ask to join. */
  readonly joins: readonly { readonly hunt: string; readonly player: string }[];
  /** Publications inside the chunk. */
  readonly published: readonly { readonly hash: string; readonly version: number }[];
}

export function namesOfChunk(entries: readonly LogEntry[]): ChunkNames {
  const teams = new Map<string, Set<string>>();
  const joins: { hunt: string; player: string }[] = [];
  const published: { hash: string; version: number }[] = [];
  for (const { events } of entries) {
    for (const event of events) {
      let names = teams.get(event.hunt);
      if (names === undefined) {
        names = new Set();
        teams.set(event.hunt, names);
      }
      names.add(event.team);
      if (event.type === 'hunt.published.v1') published.push(event.data);
      if (event.type === 'player.joined.v1') {
        joins.push({ hunt: event.hunt, player: event.data.player });
      }
    }
  }
  return { teams, joins, published };
}
