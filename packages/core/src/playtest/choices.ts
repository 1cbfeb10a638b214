/** What a team goes for next, by what the judge would let it try at this moment. */
import { obstacleTo } from '../game/judge.js';
import type { TeamState } from '../game/state.js';
import { isUnlockedFor } from '../game/unlock.js';
import type { TeamEnd } from './report.js';
import { type Plan, type SimTeam, walkMsTo } from './simTeam.js';

export type Choice =
  | { readonly is: 'go'; readonly plan: Plan; readonly walkMs: number }
  | { readonly is: 'wait'; readonly untilMs: number }
  | { readonly is: 'end'; readonly end: TeamEnd };

export interface Standing {
  readonly plans: readonly Plan[];
  readonly state: TeamState;
  readonly nowMs: number;
}

export function chooseNext(team: SimTeam, standing: Standing): Choice {
  const { plans, state } = standing;
  if (plans.every(({ clue }) => state.solved.has(clue.id))) return { is: 'end', end: 'finished' };
  const { open, left, opensMs } = outlook(team, standing);
  if (open.length > 0) return goTo(team, open);
  if (Number.isFinite(opensMs)) return { is: 'wait', untilMs: opensMs };
  if (left.length === 0 || team.isSecondRound) return { is: 'end', end: 'stuck' };
  team.isSecondRound = true;
  team.left.clear();
  return goTo(team, left);
}

interface Outlook {
  readonly open: readonly Plan[];
  /** What it could try and has gone on from before. */
  readonly left: readonly Plan[];
  /** When something opens for it that is closed now, ms. */
  readonly opensMs: number;
}

function outlook(team: SimTeam, { plans, state, nowMs }: Standing): Outlook {
  const open: Plan[] = [];
  const left: Plan[] = [];
  let opensMs = Number.POSITIVE_INFINITY;
  for (const plan of plans) {
    const { clue } = plan;
    const obstacle = obstacleTo(clue, { team: state, nowMs });
    if (obstacle === undefined) (team.left.has(clue.id) ? left : open).push(plan);
    else if (obstacle === 'cooling_down') {
      opensMs = Math.min(opensMs, state.attempts.get(clue.id)?.untilMs ?? nowMs);
    } else if (obstacle === 'closed' && (clue.opensMs ?? 0) > nowMs && isUnlockedFor(clue, state)) {
      opensMs = Math.min(opensMs, clue.opensMs ?? nowMs);
    }
  }
  return { open, left, opensMs };
}

/** Minutes by which people misjudge a way, and a little fondness for the order of the file. */
const MISJUDGED_MIN = 4;
const ORDER_MIN = 0.3;

/** The advice it was given, if it takes advice; else what seems near. */
function goTo(team: SimTeam, open: readonly Plan[]): Choice {
  const advised = open.find(({ clue }) => team.traits.followsAdvice && clue.id === team.advice);
  if (advised !== undefined) return { is: 'go', plan: advised, walkMs: walkMsTo(team, advised) };
  const ways = open.map((plan) => {
    const walkMs = walkMsTo(team, plan);
    const seems = walkMs / 60_000 + team.chance.next() * MISJUDGED_MIN + plan.order * ORDER_MIN;
    return { plan, walkMs, seems };
  });
  const best = ways.reduce((one, other) => (other.seems < one.seems ? other : one));
  return { is: 'go', plan: best.plan, walkMs: best.walkMs };
}
