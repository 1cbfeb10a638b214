/** Suspects clues that lead nowhere by mistake (Q4). */
import type { Clue, HuntDefinition } from '@trove/contracts';
import { idsBefore, type UnlockWays } from '../unlockWays.js';
import type { Arrival } from './clueOrder.js';
import type { Suspicion } from './suspicion.js';

interface Order {
  readonly arrivals: ReadonlyMap<string, Arrival>;
  readonly ways: UnlockWays;
}

/** Which clues a clue waits for, a rule that unlocks it counted among them. */
type Befores = ReadonlyMap<Clue, readonly string[]>;

/**
 * A clue off a trail, or one that a finale leaves out. Where ways branch more than once and come
 * together nowhere, one that ends is taken for a side way, as is one that a rule names.
 */
export function suspectEnds(hunt: HuntDefinition, order: Order): readonly Suspicion[] {
  // A rule that counts what a team has solved gathers any of them.
  if ([...order.ways.values()].flat().some(({ isPicked }) => !isPicked)) return [];
  const befores = new Map(hunt.clues.map((clue) => [clue, idsBefore(clue, order.ways)]));
  const offTrail = suspectOffTrail(hunt, befores);
  // A line that forks at its very end has two last clues, and neither is off it.
  if (offTrail.length > 0) return offTrail.length === 1 ? offTrail : [];
  return suspectLeftOut(hunt, { befores, arrivals: order.arrivals });
}

/** A way that ends may be meant when a rule speaks of its last clue. */
function isNamed({ id }: Clue, { rules }: HuntDefinition): boolean {
  return rules.some(({ when }) => when.includes(id));
}

function suspectOffTrail(hunt: HuntDefinition, befores: Befores): readonly Suspicion[] {
  const { clues } = hunt;
  return clues.flatMap((end, index) => {
    const own = befores.get(end) ?? [];
    if (own.length === 0 || isNamed(end, hunt)) return [];
    const others = clues.filter((clue) => clue !== end);
    const last = lastOfTrail(others, befores);
    return last !== undefined && !own.includes(last) ? [looseEnd(end, index, last)] : [];
  });
}

/** A line shorter than this is no trail. */
const LEAST_TRAIL = 3;

/** The last clue of clues that stand in one line, if they do. */
function lastOfTrail(clues: readonly Clue[], all: Befores): string | undefined {
  const befores = clues.map((clue) => all.get(clue) ?? []);
  if (clues.length < LEAST_TRAIL || befores.some(({ length }) => length > 1)) return undefined;
  const starts = befores.filter(({ length }) => length === 0).length;
  const ids = new Set(clues.map(({ id }) => id));
  const named = new Set(befores.flat());
  if ([...named].some((id) => !ids.has(id))) return undefined;
  if (starts !== 1 || named.size !== clues.length - 1) return undefined;
  const ends = clues.filter(({ id }) => !named.has(id));
  return ends.length === 1 ? ends[0]?.id : undefined;
}

function looseEnd(end: Clue, index: number, last: string): Suspicion {
  return {
    rule: 'Q4',
    path: ['clues', index, 'id'],
    found: `"${end.id}", on which no clue waits`,
    allowed: `a place in the line that ends at "${last}"`,
    message: `Nothing leads on from "${end.id}", while all other clues stand in one line.`,
    mend: `Let a later clue require "${end.id}", or take it for what it is: a side way.`,
  };
}

interface Graph {
  readonly befores: Befores;
  readonly arrivals: Order['arrivals'];
}

/** The one end beside a finale that all other ways lead to. */
function suspectLeftOut(hunt: HuntDefinition, graph: Graph): readonly Suspicion[] {
  const named = new Set([...graph.befores.values()].flat());
  const ends = hunt.clues.filter(({ id }) => !named.has(id));
  const [one, other] = ends;
  if (one === undefined || other === undefined || ends.length > 2) return [];
  const found = [
    { end: one, finale: other },
    { end: other, finale: one },
  ].filter((pair) => isLeftOut(pair, hunt, graph));
  return found.map(({ end, finale }) => leftOut(end, hunt.clues.indexOf(end), finale.id));
}

interface Pair {
  readonly end: Clue;
  readonly finale: Clue;
}

/**
 * Whether `finale` gathers ways, and `end` is as far on its own way as those are on theirs. A
 * finale that asks for one way only is known as one by its points.
 */
function isLeftOut({ end, finale }: Pair, hunt: HuntDefinition, graph: Graph): boolean {
  const { requires } = finale;
  if (requires === undefined || !('all' in requires) || isNamed(end, hunt)) return false;
  if ((graph.befores.get(end) ?? []).length === 0) return false;
  const levelOf = (id: string) => graph.arrivals.get(id)?.level ?? 0;
  const gathered = requires.all.filter((id) => {
    return hunt.clues.every((clue) => clue === finale || !graph.befores.get(clue)?.includes(id));
  });
  if (gathered.length === 0) return false;
  const isMostWorth = hunt.clues.every(({ points }, at) => {
    return hunt.clues[at] === finale || points < finale.points;
  });
  if (gathered.length === 1 && !isMostWorth) return false;
  return levelOf(end.id) >= Math.min(...gathered.map(levelOf));
}

function leftOut(end: Clue, index: number, finale: string): Suspicion {
  return {
    rule: 'Q4',
    path: ['clues', index, 'id'],
    found: `"${end.id}", on which no clue waits`,
    allowed: `a way that leads to "${finale}", as all others do`,
    message: `Nothing leads on from "${end.id}", while all other ways end in "${finale}".`,
    mend: `Let "${finale}" require "${end.id}" too, or take it for what it is: a side way.`,
  };
}
