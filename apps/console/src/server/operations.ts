/** Operators' acts on hunts: into the hunt's log, with what came of them in words. */
import type { EventResult, HuntPhase, LiveHunt, Operation, Settling } from '@trove/contracts';
import type { CompiledHunt, HuntState } from '@trove/core';
import type { UndecidedAct } from '@trove/streams';
import type { CommandContext } from './command';
import { huntDirectory, logger, redis } from './connections';
import { operationNote, type SeenOfAct } from './operationNote';
import { core, streams } from './packages';
import { huntRules } from './reads/liveHunt/huntRules';
import { namesOf } from './reads/liveHunt/namesOf';
import { type AboutAct, wordsOfOperation } from './wordsOfOperation';
import { wordsOfSettling } from './wordsOfSettling';

/** How long the operator waits to see what it did. */
const WAIT_MS = 4_000;

export interface OperateAnswer {
  readonly isDone: boolean;
  readonly says: string;
  /** While it waits to be decided. */
  readonly waitsAs?: WaitingAct;
}

/** What is asked for again until it is decided. */
export interface WaitingAct extends UndecidedAct {
  readonly slug: string;
  readonly operation: Operation | Settling;
}

/** Each act needs the permission to operate, which the command has asked for. */
export async function operate(
  { viewer, note }: CommandContext,
  slug: string,
  operation: Operation,
): Promise<OperateAnswer> {
  const live = await huntDirectory().get(slug);
  if (!live) return { isDone: false, says: `No hunt named ${slug} is published.` };
  const [seen, rules] = await Promise.all([lookAround(live, operation), huntRules(live)]);
  let act: UndecidedAct | undefined;
  const result = await streams
    .operateHunt(redis(), {
      ...{ live, operation, by: viewer.email, waitMs: WAIT_MS },
      onAppended: (appended) => {
        act = appended;
      },
    })
    .catch((error: unknown) => {
      if (act === undefined) throw error;
      // It stands in the log: only what comes of it could not be read yet.
      logger().warn({ err: error, slug }, 'what came of an act could not be read');
      return undefined;
    });
  logger().info({ slug, type: operation.type, by: viewer.id }, 'hunt operated');
  const answer = result
    ? await wordsOf({ live, operation, rules, team: seen.team, result })
    : waiting(act && { ...act, slug, operation });
  if (answer.isDone) {
    note({ subject: `hunt:${slug}`, ...operationNote(operation, { ...seen, result }) });
  }
  return answer;
}

/** What has come since of an act that waited to be decided; undefined without such a hunt. */
export async function lookAtOperation({
  slug,
  operation,
  ...act
}: WaitingAct): Promise<OperateAnswer | undefined> {
  const live = await huntDirectory().get(slug);
  if (!live) return undefined;
  const found = await streams.lookAtOperation(redis(), { live, act });
  if (found === 'gone') return { isDone: true, says: GONE };
  if ('afterId' in found) return waiting({ ...found, slug, operation });
  if (operation.type === 'suspicion.settled.v1') {
    const { team } = operation.data;
    const nameOf = await namesOf(live, [team]);
    return wordsOfSettling(found, nameOf(team).name ?? team);
  }
  const [{ team }, rules] = await Promise.all([lookAround(live, operation), huntRules(live)]);
  return await wordsOf({ live, operation, rules, team, result: found });
}

const GONE =
  'What came of it is not kept any more. Look here whether it counts before you do it again.';

async function lookAround(live: LiveHunt, { data }: Operation): Promise<Omit<SeenOfAct, 'result'>> {
  const about = teamOf(data);
  const [hunt, [team]] = await Promise.all([
    streams.readHuntState(redis(), live),
    streams.readTeams(redis(), live, { teams: about === undefined ? [] : [about] }),
  ]);
  return { phase: phaseInForce(live, hunt), hunt, team };
}

function phaseInForce(live: LiveHunt, hunt: HuntState | undefined): HuntPhase {
  const { opensMs, closesMs } = live;
  const nowMs = live.clock === 'events' ? (hunt?.maxTimeMs ?? 0) : Date.now();
  return core.phaseAt({ ...(hunt ?? live), opensMs, closesMs }, nowMs);
}

/** The one team that an act is about. */
function teamOf(data: Operation['data']): string | undefined {
  if ('team' in data) return data.team;
  return 'to' in data ? data.to : undefined;
}

interface ActRead {
  readonly live: LiveHunt;
  readonly operation: Operation;
  readonly rules: CompiledHunt | undefined;
  readonly team: AboutAct['team'];
  readonly result: EventResult;
}

async function wordsOf({ live, operation, rules, team, result }: ActRead): Promise<OperateAnswer> {
  const refusal = core.wordsOfRefusal(result);
  if (refusal !== undefined) return { isDone: false, says: refusal };
  const { data } = operation;
  const about: AboutAct = {
    title: live.title,
    phase: phaseInForce(live, await streams.readHuntState(redis(), live)),
    team,
    clue: 'clue' in data ? rules?.clueById.get(data.clue) : undefined,
    divisions: rules?.divisions ?? [],
  };
  return { isDone: true, says: wordsOfOperation(operation, result, about) };
}

/** What is said of an act that nothing has come of yet. */
export function waiting(waitsAs: WaitingAct | undefined): OperateAnswer {
  const says = 'It stands in the log and waits to be decided.';
  return { isDone: true, says, ...(waitsAs && { waitsAs }) };
}
