/** A team's own view of a hunt, made of its state: the same for its players and for operators. */
import type { Broadcast, LiveHunt, TeamSnapshot } from '@trove/contracts';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { badgeViews, clueViews } from './clueViews.js';
import { phaseAt, startOf } from './phases.js';
import { type HuntState, newHunt, newTeam, type TeamState } from './state.js';

/** One team with its hunt at one place of the log; undefined where nothing was committed yet. */
export interface TeamStanding {
  readonly hunt: HuntState | undefined;
  readonly team: TeamState | undefined;
  readonly epoch: number;
  readonly offset: number;
}

export interface SnapshotParts {
  readonly live: LiveHunt;
  readonly rules: CompiledHunt;
  readonly team: string;
  readonly standing: TeamStanding;
  /** Now on the wall clock, ms; a hunt on its events' clock has its own. */
  readonly wallMs: number;
}

export function teamSnapshot(parts: SnapshotParts): TeamSnapshot {
  const { live, rules, team, standing, wallMs } = parts;
  const hunt = standing.hunt ?? newHunt(live.slug);
  const own = standing.team ?? newTeam(live.slug, team);
  const nowMs = live.clock === 'events' ? hunt.maxTimeMs : wallMs;
  const { opensMs, closesMs } = rules;
  const state = { ...hunt, opensMs, closesMs };
  const phase = phaseAt(state, nowMs);
  const startMs = phase === 'scheduled' ? startOf(state) : undefined;
  const status = hunt.statuses.get(team);
  return {
    partition: live.partition,
    epoch: standing.epoch,
    offset: standing.offset,
    hunt: live.slug,
    title: live.title,
    phase,
    ...(startMs === undefined ? {} : { startsAt: new Date(startMs).toISOString() }),
    version: standing.hunt?.version ?? live.version,
    team,
    isPlaytest: own.isPlaytest,
    ...(own.division === undefined ? {} : { division: own.division }),
    score: own.score,
    ...(status === undefined ? {} : { status }),
    broadcasts: broadcastsTo(hunt, team),
    clues: clueViews(rules, { hunt, team: own, nowMs }),
    badges: badgeViews(rules, own),
    counters: Object.fromEntries(own.marks.counters),
  };
}

function broadcastsTo({ broadcasts }: HuntState, team: string): Broadcast[] {
  return broadcasts.filter(({ to }) => to === undefined || to === team);
}
