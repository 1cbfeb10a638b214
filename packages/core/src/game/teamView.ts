/** A team as its members see it, and its points over time; made of its state alone. */
import type { LiveHunt, ScoreTimeline, TeamView } from '@trove/contracts';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { newTeam } from './state.js';
import type { TeamStanding } from './teamSnapshot.js';

export interface TeamViewParts {
  readonly live: LiveHunt;
  readonly rules: Pick<CompiledHunt, 'teams'>;
  readonly team: string;
  readonly standing: Pick<TeamStanding, 'team' | 'epoch' | 'offset'>;
  /** Members who have a connection now. */
  readonly present: ReadonlySet<number>;
}

export function teamView({ live, rules, team, standing, present }: TeamViewParts): TeamView {
  const own = standing.team ?? newTeam(live.slug, team);
  const { code, captain, members } = own.roster;
  return {
    partition: live.partition,
    epoch: standing.epoch,
    offset: standing.offset,
    hunt: live.slug,
    team,
    name: own.name ?? team,
    ...(code === undefined ? {} : { code }),
    size: rules.teams.size,
    ...(captain === undefined ? {} : { captain }),
    members: [...members.values()].map(({ member, name, joinedMs }) => ({
      member,
      name,
      joinedAt: isoOf(joinedMs),
      isPresent: present.has(member),
    })),
  };
}

export interface TimelineParts {
  readonly live: LiveHunt;
  readonly team: string;
  readonly standing: TeamStanding;
  /** Now on the wall clock, ms; a hunt on its events' clock has its own. */
  readonly wallMs: number;
}

export function scoreTimeline({ live, team, standing, wallMs }: TimelineParts): ScoreTimeline {
  const { score, timeline } = standing.team ?? newTeam(live.slug, team);
  const nowMs = live.clock === 'events' ? (standing.hunt?.maxTimeMs ?? 0) : wallMs;
  const kept = timeline.points.map((point) => {
    return { at: isoOf(point.atS * 1000), score: point.score };
  });
  return {
    partition: live.partition,
    epoch: standing.epoch,
    offset: standing.offset,
    hunt: live.slug,
    team,
    points: [...kept, { at: isoOf(nowMs), score }],
    resolutionS: timeline.gapS,
  };
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
