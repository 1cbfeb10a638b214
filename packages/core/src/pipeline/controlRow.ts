/** Rows of control events: what servers say of a hunt and its teams. */
import type { ControlData } from '@trove/contracts';
import type { HuntDraft } from '../game/huntDraft.js';
import { judgePhoto } from '../game/judgePhoto.js';
import { changeMembership, type Directory, isMembership } from '../game/membership.js';
import { isOperation, operate } from '../game/operations.js';
import type { ControlLogged } from '../ports/loggedEvent.js';
import { settle } from '../quality/settle.js';
import { applyPublication, isTaken, isUnfit } from './applyPublication.js';
import type { ResultRow } from './decision.js';
import { blankRow, nowOf, type Placed, raiseFloor, type Work } from './work.js';

export function controlRow(work: Work, placed: Placed<ControlLogged>): ResultRow {
  const { event, hunt, appliedMs } = placed;
  const row = { ...blankRow(placed), version: hunt.version };
  if (event.type === 'suggestions.served.v1') {
    tellTeam(hunt, event.data, nowOf(hunt, appliedMs));
    return { ...row, verdict: 'noted' };
  }
  if (event.type === 'hunt.aged.v1') return { ...row, verdict: 'noted' };
  if (event.type === 'suspicion.settled.v1') return settledRow(placed, event.data, row);
  if (event.type === 'photo.judged.v1') {
    const nowMs = nowOf(hunt, appliedMs);
    const judged = judgePhoto(hunt, event, nowMs);
    const team = hunt.team(event.data.team);
    if (judged.points !== undefined) team.keepPoint(nowMs);
    const told = team.isPlaytest ? { extras: { ...judged.extras, playtest: true as const } } : {};
    return { ...row, ...judged, ...told, score: team.score };
  }
  if (isOperation(event)) return operatedRow(placed, row);
  if (event.type === 'hunt.published.v1') return publishedRow(work, { ...placed, event }, row);
  return membershipRow(work, placed, row);
}

type Published = Extract<ControlLogged, { type: 'hunt.published.v1' }>;

function publishedRow(work: Work, placed: Placed<Published>, row: ResultRow): ResultRow {
  const { event, hunt, appliedMs } = placed;
  const { data } = event;
  if (isUnfit(data, hunt, work.view.hasShadow)) {
    return { ...row, verdict: 'locked', extras: { reason: 'not_recomputed' } };
  }
  if (isTaken(data, hunt))
    return { ...row, verdict: 'locked', extras: { reason: 'version_taken' } };
  applyPublication({ event, hunt, appliedMs, rules: work.view.rules });
  // A first publication gives its hunt a clock, and with it a floor to count from.
  raiseFloor(hunt, appliedMs);
  const { version } = hunt;
  const told = data.retroactive && { extras: { recomputed: { version } } };
  return { ...row, ...told, verdict: 'noted', version };
}

/** What a player did to its team: the others of the team are told. */
function membershipRow(work: Work, placed: Placed<ControlLogged>, row: ResultRow): ResultRow {
  const { event, hunt, appliedMs } = placed;
  if (!isMembership(event)) return row;
  const acting = { hunt, directory: directoryOf(work, event.hunt), nowMs: nowOf(hunt, appliedMs) };
  const changed = changeMembership(acting, event);
  return { ...row, ...changed, score: hunt.team(event.data.team).score };
}

/** The directory of a hunt's players as this chunk has left it so far. */
function directoryOf({ players, view }: Work, hunt: string): Directory {
  const keyOf = (name: string) => `${hunt}\n${name}`;
  return {
    teamOf(name) {
      const changed = players.get(keyOf(name));
      return changed === undefined ? view.teamOf(hunt, name) : changed.team;
    },
    lead: (player, team) => void players.set(keyOf(player), { hunt, player, team }),
  };
}

/** What an operator did; a team is told its score only where it is about one. */
function operatedRow(placed: Placed<ControlLogged>, row: ResultRow): ResultRow {
  const { event, hunt, position, appliedMs } = placed;
  if (!isOperation(event)) return row;
  const operated = operate(hunt, event, { nowMs: nowOf(hunt, appliedMs), position });
  const { data } = event;
  const name = 'team' in data ? data.team : undefined;
  if (name === undefined) return { ...row, ...operated };
  const team = hunt.team(name);
  if (operated.points !== undefined) team.keepPoint(nowOf(hunt, appliedMs));
  return { ...row, ...operated, score: team.score };
}

/** A door has told a team what to try next. */
function tellTeam(
  hunt: HuntDraft,
  { team, clues, after }: ControlData<'suggestions.served.v1'>,
  nowMs: number,
): void {
  const { memory } = hunt;
  const trail = memory.trailOf(team);
  if (hunt.team(team).isKnown && memory.lastOf(trail) === after) {
    const { isPlaytest } = hunt.team(team);
    memory.tell(team, trail, { clues, atMs: nowMs, isPlaytest });
  }
}

/** What the operator found is told to the team, with the points it moves. */
function settledRow(
  { hunt, appliedMs }: Placed,
  data: ControlData<'suspicion.settled.v1'>,
  row: ResultRow,
): ResultRow {
  const settled = settle(hunt, data);
  const team = hunt.team(data.team);
  const { score } = team;
  if (settled === 'unknown') return { ...row, verdict: 'no_clue', score };
  if (settled === 'too_many') {
    return { ...row, verdict: 'locked', score, extras: { reason: settled } };
  }
  const { position, as, reason } = data;
  if (settled.points !== 0) team.keepPoint(nowOf(hunt, appliedMs));
  return {
    ...row,
    ...settled,
    outcome: as === 'overturned' ? 'overturned' : 'accepted',
    verdict: 'noted',
    score,
    extras: { settled: { position, as, reason } },
  };
}
