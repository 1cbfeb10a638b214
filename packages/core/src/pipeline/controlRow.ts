/** Rows of control events: what servers say of a hunt and its teams. */
import type { ControlData } from '@trove/contracts';
import type { HuntDraft } from '../game/drafts.js';
import { judgePhoto } from '../game/judgePhoto.js';
import { isOperation, operate } from '../game/operations.js';
import type { ControlLogged } from '../ports/loggedEvent.js';
import { settle } from '../quality/settle.js';
import { applyPublication } from './applyPublication.js';
import type { ResultRow } from './decision.js';
import { blankRow, nowOf, type Placed, raiseFloor, type Work } from './work.js';

export function controlRow(work: Work, placed: Placed<ControlLogged>): ResultRow {
  const { event, hunt, appliedMs } = placed;
  const row = { ...blankRow(placed), version: hunt.version };
  if (event.type === 'suggestions.served.v1') {
    tellTeam(hunt, event.data, nowOf(hunt, appliedMs));
    return { ...row, verdict: 'noted' };
  }
  if (event.type === 'suspicion.settled.v1') return settledRow(hunt, event.data, row);
  if (event.type === 'photo.judged.v1') {
    const judged = judgePhoto(hunt, event, nowOf(hunt, appliedMs));
    return { ...row, ...judged, score: hunt.team(event.data.team).score };
  }
  if (isOperation(event)) return operatedRow(placed, row);
  if (event.type === 'hunt.published.v1') {
    applyPublication({ event, hunt, appliedMs, rules: work.view.rules });
    // A first publication gives its hunt a clock, and with it a floor to count from.
    raiseFloor(hunt, appliedMs);
    return { ...row, verdict: 'noted', version: hunt.version };
  }
  return joinedRow(work, { ...placed, event }, row);
}

/** A player's first team is its team; one of playtesters is so from its first player on. */
function joinedRow(work: Work, { event, hunt }: Placed<Joined>, row: ResultRow): ResultRow {
  const { player, team: name, teamName, playtest = false } = event.data;
  const key = `${event.hunt}\n${player}`;
  const joined = work.players.get(key)?.team ?? work.view.teamOf(event.hunt, player);
  if (joined !== undefined && joined !== name) return { ...row, verdict: 'locked' };
  const team = hunt.team(name);
  if (playtest && !team.isKnown) team.makePlaytest();
  if (joined === undefined && team.isPlaytest !== playtest) return { ...row, verdict: 'closed' };
  team.addPlayer(player, teamName);
  work.players.set(key, { hunt: event.hunt, player, team: name });
  return { ...row, verdict: 'noted', score: team.score };
}

/** What an operator did; a team is told its score only where it is about one. */
function operatedRow(placed: Placed<ControlLogged>, row: ResultRow): ResultRow {
  const { event, hunt, position, appliedMs } = placed;
  if (!isOperation(event)) return row;
  const operated = operate(hunt, event, { nowMs: nowOf(hunt, appliedMs), position });
  const score = 'team' in event.data ? hunt.team(event.data.team).score : 0;
  return { ...row, ...operated, score };
}

type Joined = Extract<ControlLogged, { type: 'player.joined.v1' }>;

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
  hunt: HuntDraft,
  data: ControlData<'suspicion.settled.v1'>,
  row: ResultRow,
): ResultRow {
  const settled = settle(hunt, data);
  if (settled === undefined) return { ...row, verdict: 'no_clue' };
  const { position, as, reason } = data;
  return {
    ...row,
    ...settled,
    outcome: as === 'overturned' ? 'overturned' : 'accepted',
    verdict: 'noted',
    score: hunt.team(data.team).score,
    extras: { settled: { position, as, reason } },
  };
}
