/**
 * The differences of two JSON values, field by field, so that none can be forgotten. Lists whose
 * items have names are compared item by item: one that moved or was put in changes no other.
 */
import { type DiffStep, type HuntDifference, printSteps } from './change.js';
import { type Item, isBlock, keyOfLists } from './keyOfLists.js';

type Steps = readonly DiffStep[];

/** Applied in their order (`applyChanges`), they make the one into the other. */
export function diffJson(before: unknown, after: unknown, steps: Steps = []): HuntDifference[] {
  if (isBlock(before) && isBlock(after)) return diffBlocks(before, after, steps);
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after, steps);
  return Object.is(before, after) ? [] : [change('changed', steps, { before, after })];
}

function change(
  kind: HuntDifference['kind'],
  steps: Steps,
  more: Pick<HuntDifference, 'before' | 'after' | 'behind'>,
): HuntDifference {
  return { path: printSteps(steps), steps, kind, ...more };
}

function diffBlocks(before: Item, after: Item, steps: Steps): HuntDifference[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name): HuntDifference[] => {
    const place = [...steps, name];
    if (!Object.hasOwn(after, name)) return [change('removed', place, { before: before[name] })];
    if (!Object.hasOwn(before, name)) return [change('added', place, { after: after[name] })];
    return diffJson(before[name], after[name], place);
  });
}

function diffLists(
  before: readonly unknown[],
  after: readonly unknown[],
  steps: Steps,
): HuntDifference[] {
  const by = keyOfLists(before, after);
  if (by === undefined) {
    const isSame = JSON.stringify(before) === JSON.stringify(after);
    return isSame ? [] : [change('changed', steps, { before, after })];
  }
  return diffItems(before as readonly Item[], after as readonly Item[], { by, steps });
}

interface Named {
  readonly by: string;
  readonly steps: Steps;
}

/** What is gone first, then what came or moved from the front to the back, then what changed. */
function diffItems(
  before: readonly Item[],
  after: readonly Item[],
  { by, steps }: Named,
): HuntDifference[] {
  const nameOf = (item: Item) => item[by] as string;
  const old = new Map(before.map((item) => [nameOf(item), item]));
  const names = new Set(after.map(nameOf));
  const stepsOf = (item: Item): Steps => [...steps, { by, is: nameOf(item) }];
  const kept = before.map(nameOf).filter((name) => names.has(name));
  const places = new Map(kept.map((name, place) => [name, place]));
  const stay = longestRise(after.flatMap((item) => places.get(nameOf(item)) ?? []));
  const placed = after.flatMap((item, at): HuntDifference[] => {
    const place = places.get(nameOf(item));
    if (place !== undefined && stay.has(place)) return [];
    const last = after[at - 1];
    const behind = last === undefined ? {} : { behind: nameOf(last) };
    if (place !== undefined) return [change('moved', stepsOf(item), behind)];
    return [change('added', stepsOf(item), { after: item, ...behind })];
  });
  return [
    ...before.flatMap((item) => {
      return names.has(nameOf(item)) ? [] : [change('removed', stepsOf(item), { before: item })];
    }),
    ...placed,
    ...after.flatMap((item) => {
      const was = old.get(nameOf(item));
      return was === undefined ? [] : diffBlocks(was, item, stepsOf(item));
    }),
  ];
}

/** The most numbers of a list that rise from left to right: what need not be moved. */
function longestRise(values: readonly number[]): ReadonlySet<number> {
  /** Index of the least end of a rise of each length, and what stands before each value in it. */
  const ends: number[] = [];
  const before = new Map<number, number>();
  for (const [at, value] of values.entries()) {
    let length = 0;
    let beyond = ends.length;
    while (length < beyond) {
      const middle = (length + beyond) >> 1;
      if ((values[ends[middle] as number] as number) < value) length = middle + 1;
      else beyond = middle;
    }
    if (length > 0) before.set(at, ends[length - 1] as number);
    ends[length] = at;
  }
  const rise = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) rise.add(values[at] as number);
  return rise;
}
