/** What conditions see of one event. Parts that few conditions read are made when they are read. */
import type { PlayType, Verdict } from '@trove/contracts';
import type { CompiledClue } from '../hunt/compiledHunt.js';
import { eventIdOf, type PlayLogged } from '../ports/loggedEvent.js';
import type { RuleContext } from '../rules/ruleContext.js';
import type { Play } from './play.js';
import type { TeamDraft } from './teamDraft.js';
import { pointsAfter } from './worth.js';

interface Tried {
  readonly verdict: Verdict;
  readonly clue: CompiledClue | undefined;
}

export class RuleView implements RuleContext {
  readonly event: RuleContext['event'];
  readonly verdict: Verdict;
  readonly clue: RuleContext['clue'];
  team: RuleContext['team'];
  readonly hunt: RuleContext['hunt'];

  constructor({ hunt, team, event, nowMs }: Play, { verdict, clue }: Tried) {
    this.event = new EventView(event);
    this.verdict = verdict;
    const solves = clue === undefined ? 0 : hunt.solvesOf(clue.id) + ownSolve(team, clue.id);
    this.clue = { id: clue?.id ?? '', points: pointsOf(clue, verdict, solves), solves };
    const { counters } = team.marks;
    this.team = { score: team.score, solved: team.solved.size, counters };
    const elapsedS = Math.max(0, (nowMs - hunt.openedMs) / 1000);
    const own = team.isPlaytest ? team.solved.size : 0;
    this.hunt = { solves: hunt.solved + own, elapsedS };
  }

  /** A rule has changed counters: those below it in the file see the new ones. */
  recount({ marks: { counters } }: TeamDraft): void {
    this.team = { ...this.team, counters };
  }
}

/** Playtesters see their own solves counted, which nobody else does. */
function ownSolve({ isPlaytest, solved }: TeamDraft, clue: string): number {
  return isPlaytest && solved.has(clue) ? 1 : 0;
}

/** What the clue gave to its solver, without bonuses; to all others what it would give. */
function pointsOf(clue: CompiledClue | undefined, verdict: Verdict, solves: number): number {
  if (clue === undefined) return 0;
  if (clue.value === undefined) return clue.points;
  return pointsAfter(clue, verdict === 'solved' ? solves - 1 : solves);
}

class EventView {
  readonly type: PlayType;
  readonly time: number;
  readonly player: string;
  readonly team: string;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(private readonly logged: PlayLogged) {
    this.type = logged.type;
    this.time = logged.timeMs;
    this.player = logged.player;
    this.team = logged.team;
    this.data = logged.data;
  }

  get id(): string {
    return eventIdOf(this.logged.identity);
  }
}
