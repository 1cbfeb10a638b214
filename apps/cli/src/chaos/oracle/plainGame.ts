/**
 * The game of a fault run in the plainest words: what must come of a log. It shares nothing with
 * the pipeline and knows one kind of hunt only, that of `hunts.ts`.
 */
import { FIRST_FINDERS, POISON, pointsOf } from '../hunts.js';
import { keyOf, type LogFact } from './facts.js';

export interface Expected {
  /** Of every event of the log, in its order. */
  readonly outcomes: readonly ('accepted' | 'duplicate' | 'quarantined')[];
  readonly points: readonly number[];
  /** Points by hunt and team. */
  readonly scores: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

interface Hunt {
  version: number;
  /** Solves of each code. */
  readonly solves: Map<string, number>;
  readonly solved: Set<string>;
  readonly scores: Map<string, number>;
}

/** @param isPoisonous whether the poisonous code breaks the fold in this run */
export function playPlainly(log: readonly LogFact[], isPoisonous: boolean): Expected {
  const hunts = new Map<string, Hunt>();
  const seen = new Set<string>();
  const outcomes: Expected['outcomes'][number][] = [];
  const points: number[] = [];
  for (const fact of log) {
    const key = keyOf(fact);
    const isRepeat = seen.has(key);
    seen.add(key);
    const isPoison = isPoisonous && fact.code === POISON;
    outcomes.push(isRepeat ? 'duplicate' : isPoison ? 'quarantined' : 'accepted');
    points.push(isRepeat || isPoison ? 0 : happen(huntOf(hunts, fact.hunt), fact));
  }
  const scores = new Map([...hunts].map(([slug, hunt]) => [slug, hunt.scores]));
  return { outcomes, points, scores };
}

function huntOf(hunts: Map<string, Hunt>, slug: string): Hunt {
  const known = hunts.get(slug);
  if (known !== undefined) return known;
  const hunt = { version: 0, solves: new Map(), solved: new Set<string>(), scores: new Map() };
  hunts.set(slug, hunt);
  return hunt;
}

/** Answers the points that the event brings. */
function happen(hunt: Hunt, { code, team, version }: LogFact): number {
  if (version !== undefined) hunt.version = Math.max(hunt.version, version);
  if (code === undefined || code === POISON || hunt.version === 0) return 0;
  if (hunt.solved.has(`${team} ${code}`)) return 0;
  hunt.solved.add(`${team} ${code}`);
  const before = hunt.solves.get(code) ?? 0;
  hunt.solves.set(code, before + 1);
  const gained = pointsOf(hunt.version) + (FIRST_FINDERS[before] ?? 0);
  hunt.scores.set(team, (hunt.scores.get(team) ?? 0) + gained);
  return gained;
}
