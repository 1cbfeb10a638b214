/** Operators' acts on hunts: into the hunt's log, with what came of them in words. */
import type { EventResult, HuntPhase, LiveHunt, Operation } from '@trove/contracts';
import type { CommandContext } from './command';
import { db, huntDirectory, logger, redis } from './connections';
import { operationNote, type SeenOfAct } from './operationNote';
import { core, database, streams } from './packages';

/** How long the operator waits to see what it did. */
const WAIT_MS = 4_000;

export interface OperateAnswer {
  readonly isDone: boolean;
  readonly says: string;
}

/** Each act needs the permission to operate, which the command has asked for. */
export async function operate(
  { viewer, note }: CommandContext,
  slug: string,
  operation: Operation,
): Promise<OperateAnswer> {
  const live = await huntDirectory().get(slug);
  if (!live) return { isDone: false, says: `No hunt named ${slug} is published.` };
  const seen = await lookBefore(live, operation);
  const asked = { live, operation, by: viewer.email, waitMs: WAIT_MS };
  const result = await streams.operateHunt(redis(), asked);
  logger().info({ slug, type: operation.type, by: viewer.id }, 'hunt operated');
  const answer = wordsOf(live, operation, result);
  if (answer.isDone) {
    note({ subject: `hunt:${slug}`, ...operationNote(operation, { ...seen, result }) });
  }
  if (answer.isDone && operation.type === 'hunt.phase_changed.v1') {
    await noteForLists(slug, operation.data.phase);
  }
  return answer;
}

async function lookBefore(live: LiveHunt, { data }: Operation): Promise<Omit<SeenOfAct, 'result'>> {
  const teams = 'team' in data && data.team !== undefined ? [data.team] : [];
  const [hunt, [team]] = await Promise.all([
    streams.readHuntState(redis(), live),
    streams.readTeams(redis(), live, { teams }),
  ]);
  const { opensMs, closesMs } = live;
  const nowMs = live.clock === 'events' ? (hunt?.maxTimeMs ?? 0) : Date.now();
  return { phase: core.phaseAt({ ...(hunt ?? live), opensMs, closesMs }, nowMs), hunt, team };
}

function wordsOf(
  live: LiveHunt,
  operation: Operation,
  result: EventResult | undefined,
): OperateAnswer {
  if (!result) return { isDone: true, says: 'It stands in the log and waits to be decided.' };
  const refusal = core.wordsOfRefusal(result);
  if (refusal !== undefined) return { isDone: false, says: refusal };
  return { isDone: true, says: deedOf(live, operation, result) };
}

function deedOf({ title }: LiveHunt, { type, data }: Operation, result: EventResult): string {
  switch (type) {
    case 'hunt.phase_changed.v1':
      return `${title} is ${data.phase} now.`;
    case 'hunt.broadcast.v1':
      return data.to === undefined ? 'Said to all players.' : `Said to ${data.to}.`;
    case 'board.freeze_changed.v1':
      return data.isFrozen
        ? 'Players see the board as it stands now, until it is unfrozen.'
        : 'Players see the board as it moves.';
    case 'points.adjusted.v1': {
      const moved = `${data.points > 0 ? 'gets' : 'loses'} ${pointsText(data.points)}`;
      return `${data.team} ${moved} and has ${result.score ?? 0} now.`;
    }
    case 'team.status_changed.v1':
      return data.as === 'playing'
        ? `${data.team} plays again.`
        : `${data.team} is ${data.as} now.`;
    case 'hint.given.v1':
      return result.verdict === 'already_hinted'
        ? `${data.team} had that hint already, and was told it again.`
        : `${data.team} has the hint ${data.hint}.`;
    case 'hint.refunded.v1':
      return refundWords(data.team, result);
    case 'photo.judged.v1':
      return judgedWords(data, result);
    case 'team.division_changed.v1':
      return data.division === undefined
        ? `${data.team} is ranked in no division now.`
        : `${data.team} is ranked in ${data.division} now.`;
    case 'clue.unlocked.v1':
      return result.unlocked === undefined && result.openedForAll === undefined
        ? `${data.clue} was open already.`
        : `${data.clue} is open for ${data.team ?? 'all teams'}.`;
  }
}

/** Without a sign. */
function pointsText(points: number): string {
  return Math.abs(points) === 1 ? '1 point' : `${Math.abs(points)} points`;
}

function refundWords(team: string, { points = 0, score = 0 }: EventResult): string {
  return `${team} gets back ${pointsText(points)} and has ${score} now.`;
}

/** Said again as it stands already, it has changed nothing. */
function judgedWords({ team, as }: JudgedPhoto, { points = 0, photo }: EventResult): string {
  if (photo === undefined) return `The photo of ${team} is ${as} already.`;
  const moved = points === 0 ? '' : ` ${points < 0 ? '−' : ''}${pointsText(points)}.`;
  return `The photo of ${team} is ${as}.${moved}`;
}

type JudgedPhoto = Extract<Operation, { type: 'photo.judged.v1' }>['data'];

/** The log has decided already; a list that learns of it later is no failure. */
async function noteForLists(slug: string, phase: HuntPhase): Promise<void> {
  try {
    await database.huntStore(db()).setPhase(slug, phase);
  } catch (error) {
    logger().warn({ err: error, slug }, 'the phase is not in PostgreSQL yet');
  }
}
