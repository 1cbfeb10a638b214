/** Tries events on a draft for one team, a real one or one that was thought up. */
import type { HuntDefinition } from '@trove/contracts';
import type { ImaginaryTeam, TrialEvent } from '@trove/core';
import type { TriedTeam } from '../../features/trial/answers';
import { redis } from '../connections';
import { core, streams } from '../packages';
import { readHunt } from '../reads/hunts';

type Compiled = Extract<ReturnType<typeof core.compileHunt>, { ok: true }>['hunt'];

export interface TryingHunt {
  readonly definition: HuntDefinition;
  readonly compiled: Compiled;
}

export type Subject =
  | ({ readonly is: 'imaginary' } & ImaginaryTeam)
  /** A team of the hunt as it is published. */
  | { readonly is: 'real'; readonly team: string };

interface Refused {
  readonly says: string;
}

type Tried = { readonly tried: TriedTeam } | Refused;

interface Start {
  readonly cells: Parameters<typeof core.runTrial>[0]['cells'];
  readonly hasAllTeams: boolean;
  readonly solved: readonly string[];
}

/** Rejects when Redis does not answer, which only a real team needs. */
export async function tryOnDraft(
  hunt: TryingHunt,
  subject: Subject,
  events: readonly Omit<TrialEvent, 'team' | 'player'>[],
): Promise<Tried> {
  const { team } = subject;
  const ofTeam = events.map((event): TrialEvent => ({ ...event, team, player: team }));
  const start = await startOf(hunt, subject, ofTeam);
  if ('says' in start) return start;
  const { cells, hasAllTeams, solved } = start;
  const tried = core.runTrial({ ...hunt, cells, hasAllTeams }, ofTeam);
  const source = { ...hunt, name: 'unnamed', solved, events: ofTeam, tried };
  return { tried: { team, events: tried, ...core.fixtureOfTrial(source) } };
}

async function startOf(
  { compiled, definition }: TryingHunt,
  subject: Subject,
  events: readonly TrialEvent[],
): Promise<Start | Refused> {
  if (subject.is === 'imaginary') {
    const openMs = core.trialStartMs(definition);
    const startMs = Math.min(openMs, events[0]?.atMs ?? openMs);
    const cells = core.imaginaryCells(compiled, subject, startMs);
    return { cells, hasAllTeams: true, solved: subject.solved };
  }
  const live = await readHunt(definition.slug);
  if (!live) return { says: 'The hunt is not published, so it has no teams of its own yet.' };
  const state = await streams.readTrialState(redis(), live, { team: subject.team });
  if (!state) return { says: 'Its publication is not decided yet: try again in a moment.' };
  if (!state.isTeamKnown) return { says: `No team ${subject.team} has played this hunt.` };
  const { cells, hasAllTeams } = state;
  const solved = [...(cells.teams.get(live.slug)?.get(subject.team)?.solved ?? [])];
  return { cells, hasAllTeams, solved };
}
