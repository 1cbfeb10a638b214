/** Lays what changed of a recomputed hunt out as the lists that stage.lua writes. */
import { type HuntMemory, NO_WATCH, newMemory, type StateCells, type TeamWatch } from '@trove/core';
import { memoryFields, trailFields } from '../commit/memoryCodec.js';
import { NO_TEAM } from '../commit/rosterCodec.js';
import { huntFields, teamText } from '../commit/stateCodec.js';
import { watchFields } from '../commit/watchCodec.js';
import type { ShadowDelta } from './shadowDelta.js';

/** One list a key: hunt, teams, players, board, recommend, trails, watches, frozen board. */
export type ShadowSlice = readonly (readonly string[])[];

export interface ShadowPart {
  readonly slug: string;
  readonly cells: Readonly<StateCells>;
  readonly delta: ShadowDelta;
  /** The devices of teams that were heard of, as they have counted in play. */
  readonly devices: ReadonlyMap<string, TeamWatch['devices']>;
}

/** In slices of at most so many values of each list; the hunt itself stands in the last. */
export function shadowSlices(part: ShadowPart, values: number): ShadowSlice[] {
  const { slug, cells, delta } = part;
  const hunt = cells.hunts.get(slug);
  const board: string[] = [];
  const teams: string[] = [];
  for (const name of delta.teams) {
    const team = cells.teams.get(slug)?.get(name);
    if (team === undefined) continue;
    teams.push(name, teamText(team));
    if (!team.isPlaytest) board.push(String(team.score), name);
  }
  const lists = [
    teams,
    [...delta.players].flatMap(([name, team]) => [name, team ?? NO_TEAM]),
    board,
    ...memoryLists(cells.memories.get(slug) ?? newMemory(), delta),
    watchFields({ watches: watchesOf(part) }),
    frozenOf(part),
  ];
  const slices: ShadowSlice[] = [];
  const longest = Math.max(...lists.map(({ length }) => length));
  for (let from = 0; from === 0 || from < longest; from += values * 2) {
    slices.push([[], ...lists.map((list) => list.slice(from, from + values * 2))]);
  }
  if (hunt === undefined) return slices;
  return slices.map((slice, i) => {
    return i === slices.length - 1 ? [huntFields(hunt), ...slice.slice(1)] : slice;
  });
}

/** The hunt's memory, and the trails of its teams. */
function memoryLists(memory: HuntMemory, delta: ShadowDelta): readonly string[][] {
  const { names, together, figures, crowds, hottest, weights, trails } = memory;
  const changed = {
    names: names.length === 0 ? undefined : names,
    together: picked(together, delta.together),
    figures: picked(figures, delta.figures),
    crowds: picked(crowds, delta.crowds),
    hottest: hottest.length === 0 ? undefined : hottest,
    weights,
  };
  return [memoryFields(changed), trailFields({ trails: picked(trails, delta.trails) })];
}

/** Device counts follow from what arrived and not from rules, and no record tells them. */
function watchesOf({ slug, cells, delta, devices }: ShadowPart): ReadonlyMap<string, TeamWatch> {
  const watches = new Map<string, TeamWatch>();
  for (const team of new Set([...delta.watches, ...devices.keys()])) {
    const folded = cells.watches.get(slug)?.get(team) ?? NO_WATCH;
    watches.set(team, { ...folded, devices: devices.get(team) ?? folded.devices });
  }
  return watches;
}

function frozenOf({ slug, cells, delta }: ShadowPart): string[] {
  if (!delta.isFrozen) return [];
  const teams = cells.teams.get(slug);
  const scores = [...(cells.frozen?.get(slug) ?? [])];
  return scores
    .filter(([team]) => teams?.get(team)?.isPlaytest !== true)
    .flatMap(([team, score]) => [String(score), team]);
}

function picked<K, V>(from: ReadonlyMap<K, V>, keys: ReadonlySet<K>): ReadonlyMap<K, V> {
  const found = new Map<K, V>();
  for (const key of keys) {
    const value = from.get(key);
    if (value !== undefined) found.set(key, value);
  }
  return found;
}
