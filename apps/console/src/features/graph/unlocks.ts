/** Which clues open which, as a graph: what is required, what can't be reached, where ways end. */
import { deadlocks, requiredIds, unlockTest } from '@trove/core/design';
import { clueNames } from '../clues/clueNames';
import { isRecord, type Needed, neededOf, textsOf } from '../clues/clueParts';
import { type DraftClue, type DraftRule, textOf } from '../draft/draftHunt';

/** unreachable: no team can ever try it. end: nothing waits for it. */
export type NodeState = 'open' | 'unreachable' | 'end';

export interface UnlockNode {
  readonly id: string;
  /** Of the clue in the file. */
  readonly index: number;
  readonly title: string;
  readonly needed: Needed | undefined;
  /** A rule opens it, beside or in the place of other clues. */
  readonly isByRule: boolean;
  readonly state: NodeState;
  /** Why it can't be reached. */
  readonly says?: string;
}

export interface UnlockEdge {
  /** The clue that must be solved. */
  readonly from: string;
  readonly to: string;
}

export interface UnlockGraph {
  readonly nodes: readonly UnlockNode[];
  readonly edges: readonly UnlockEdge[];
}

type Clues = readonly DraftClue[];

export function unlockGraph(clues: Clues, rules: readonly DraftRule[]): UnlockGraph {
  const named = clues.flatMap((clue, index) => {
    return typeof clue.id === 'string' && clue.id !== '' ? [{ clue, index, id: clue.id }] : [];
  });
  const ids = new Set(named.map(({ id }) => id));
  const opened = openedByRules(rules);
  const why = unreachable(clues, opened);
  const edges = named.flatMap(({ clue, id }) => {
    const from = neededOf(clue)?.ids ?? [];
    return from.filter((one) => ids.has(one)).map((one): UnlockEdge => ({ from: one, to: id }));
  });
  const leading = new Set(edges.map(({ from }) => from));
  const nodes = named.map(({ clue, index, id }): UnlockNode => {
    const says = why.get(id);
    const isEnd = edges.length > 0 && !leading.has(id);
    return {
      ...{ id, index, title: textOf(clue.title) || id, needed: neededOf(clue) },
      isByRule: clue.locked === true || opened.has(id),
      state: says !== undefined ? 'unreachable' : isEnd ? 'end' : 'open',
      ...(says === undefined ? {} : { says }),
    };
  });
  // Two clues of one id are one node: the linter says so, and a graph can't show it.
  return { nodes: [...new Map(nodes.map((node) => [node.id, node])).values()], edges };
}

export interface Dependent {
  readonly id: string;
  readonly requires?: Parameters<typeof requiredIds>[0];
}

/** Clues as the search for circles takes them; what a rule may open need not wait. */
export function dependents(clues: Clues, opened: ReadonlySet<string>): readonly Dependent[] {
  return clues.flatMap((clue): Dependent[] => {
    const { id } = clue;
    if (typeof id !== 'string') return [];
    const needed = neededOf(clue);
    if (opened.has(id) || needed === undefined || needed.ids.length === 0) return [{ id }];
    return [{ id, requires: soundRequires(needed) }];
  });
}

export function soundRequires({ how, ids, atLeast }: Needed): NonNullable<Dependent['requires']> {
  if (how === 'all') return { all: [...ids] };
  return how === 'any' ? { any: [...ids] } : { atLeast, of: [...ids] };
}

export function openedByRules(rules: readonly DraftRule[]): ReadonlySet<string> {
  return new Set(
    rules.flatMap(({ then }) => {
      const effects: unknown = then;
      return isRecord(effects) ? textsOf(effects['unlock']) : [];
    }),
  );
}

/** Why a clue can never be tried, by its id. */
function unreachable(clues: Clues, opened: ReadonlySet<string>): ReadonlyMap<string, string> {
  const all = dependents(clues, opened);
  const ids = new Set(all.map(({ id }) => id));
  const locked = new Set(
    clues
      .filter(({ locked, id }) => locked === true && !opened.has(String(id)))
      .map(({ id }) => id),
  );
  const circles = deadlocks(all);
  const { nameOf } = clueNames(clues);
  const reached = reachedFrom(all.filter(({ id }) => !locked.has(id)));
  const why = new Map<string, string>();
  for (const { id, requires } of all) {
    if (reached.has(id)) continue;
    const missing = requires ? requiredIds(requires).filter((one) => !ids.has(one)) : [];
    const circle = circles.get(id);
    if (locked.has(id)) why.set(id, 'no rule unlocks it');
    else if (circle) why.set(id, `waits in a circle: ${circle.map(nameOf).join(' → ')}`);
    else if (missing.length > 0) why.set(id, `there is no ${missing.join(', ')}`);
    else why.set(id, 'what it requires can not be reached');
  }
  return why;
}

/** Repeats until nothing is added: at most once per clue. */
function reachedFrom(all: readonly Dependent[]): ReadonlySet<string> {
  const reached = new Set<string>();
  let waiting = all.map(({ id, requires }) => ({ id, isOpen: unlockTest(requires) }));
  for (;;) {
    const still = waiting.filter(({ isOpen }) => !isOpen(reached));
    if (still.length === waiting.length) return reached;
    for (const { id, isOpen } of waiting) if (isOpen(reached)) reached.add(id);
    waiting = waiting.filter(({ id }) => !reached.has(id));
  }
}
