/** What a playtest begins with: the compiled hunt, its clues as teams meet them, and the teams. */
import type { HuntDefinition } from '@trove/contracts';
import { compileHunt } from '../hunt/compileHunt.js';
import { MemoryFold } from '../pipeline/memoryFold.js';
import { ClueTally } from './clueTally.js';
import { PLAYTEST_LIMITS } from './limits.js';
import { difficulties, kindOf } from './model.js';
import { SimEvents } from './simEvents.js';
import { type Plan, type SimTeam, simTeam } from './simTeam.js';
import { type Span, spanOf } from './span.js';

export interface PlaytestOptions {
  /** 1 to 5,000; fewer are played where the hunt has very many clues. */
  readonly teams: number;
  readonly seed: number;
  /** Of clues whose difficulty is known, 0 to 1 by id. */
  readonly difficulty?: ReadonlyMap<string, number>;
}

export interface Stage {
  readonly span: Span;
  readonly plans: readonly Plan[];
  readonly tallies: ReadonlyMap<string, ClueTally>;
  readonly teams: readonly SimTeam[];
  readonly fold: MemoryFold;
  readonly events: SimEvents;
}

/** Of a definition that `parseHuntFile` gives out; throws for one that does not compile. */
export function stageOf(definition: HuntDefinition, options: PlaytestOptions): Stage {
  const compiled = compileHunt(definition, 1);
  if (!compiled.ok) throw new Error(compiled.mistakes[0]?.message ?? 'the hunt is not right');
  const { hunt } = compiled;
  const span = spanOf(hunt);
  const difficulty = difficulties(definition, options.difficulty);
  const plans = definition.clues.map((one, order): Plan => {
    const clue = hunt.clues[order];
    if (clue === undefined) throw new Error(`clue ${one.id} was not compiled`);
    return { clue, definition: one, difficulty: difficulty.get(one.id) ?? 0, order };
  });
  const fold = new MemoryFold(hunt);
  const events = new SimEvents(hunt.slug);
  fold.decide([{ event: events.published(span.startMs), atMs: span.startMs }]);
  return {
    ...{ span, plans, fold, events },
    tallies: new Map(plans.map((plan) => [plan.clue.id, tallyOf(plan, span)])),
    teams: Array.from({ length: teamsOf(options, plans) }, (_, n) => {
      return simTeam(options.seed, n, span.startsMs);
    }),
  };
}

function teamsOf({ teams }: PlaytestOptions, plans: readonly Plan[]): number {
  const most = Math.floor(PLAYTEST_LIMITS.teamsTimesClues / plans.length);
  return Math.max(1, Math.min(teams, most, PLAYTEST_LIMITS.teams));
}

function tallyOf({ clue, definition, difficulty }: Plan, { stretchMs }: Span): ClueTally {
  const { id, title } = clue;
  return new ClueTally({ id, title, kind: kindOf(definition), difficulty }, stretchMs);
}
