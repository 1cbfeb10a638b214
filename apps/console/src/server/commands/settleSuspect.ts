'use server';
/** Confirms the points of a suspected event or takes them back: an event in the hunt's log. */
import type { ControlData, EventResult, LiveHunt } from '@trove/contracts';
import type { Suspect } from '@trove/core';
import type { UndecidedAct } from '@trove/streams';
import { z } from 'zod';
import { command } from '../command';
import { db, huntDirectory, logger, redis } from '../connections';
import { type OperateAnswer, waiting } from '../operations';
import { contracts, database, streams } from '../packages';
import { namesOf } from '../reads/liveHunt/namesOf';
import { wordsOfSettling } from '../wordsOfSettling';

const Finding = z.object({
  hunt: contracts.HuntSlug,
  team: contracts.Name,
  position: z.number().int().min(0),
  as: contracts.Standing,
  reason: z.string().trim().min(1).max(280),
});

/** How long the operator waits to see what it did. */
const WAIT_MS = 4_000;

export const settleSuspect = command({
  name: 'settle-suspect',
  needs: 'operate',
  input: Finding,
  wrongInput: 'Say why, in at most 280 characters.',
  run: async ({ hunt, ...data }, { viewer, note }): Promise<OperateAnswer> => {
    const live = await huntDirectory().get(hunt);
    if (!live) return { isDone: false, says: `No hunt named ${hunt} is published.` };
    const { position, as, team } = data;
    const [watch, nameOf] = await Promise.all([
      streams.readTeamWatch(redis(), live, { team }),
      namesOf(live, [team]),
    ]);
    const suspect = watch.suspects.get(position);
    const judged = await judgedOf(suspect, { hunt, team, position });
    const { result, act } = await settle(live, { ...data, judged, by: viewer.email });
    logger().info({ hunt, position, as, by: viewer.id }, 'suspect settled');
    const operation = { type: 'suspicion.settled.v1', data } as const;
    const answer = result
      ? wordsOfSettling(result, nameOf(team).name ?? team)
      : waiting(act && { ...act, slug: hunt, operation });
    if (answer.isDone) {
      const after = result === undefined ? { ...data, isDecided: false } : data;
      const before = watch.takenBack.has(position) ? 'overturned' : (suspect?.standing ?? null);
      note({ subject: `hunt:${hunt}`, before: { as: before }, after });
    }
    return answer;
  },
});

/**
 * What its result said: told along even where it is remembered, as it may have made room once its
 * turn comes, or when the log is folded by another version. Undefined when the ledger has no such
 * event either.
 */
async function judgedOf(
  suspect: Suspect | undefined,
  { position, ...whose }: Readonly<Record<'hunt' | 'team', string>> & { readonly position: number },
): Promise<ControlData<'suspicion.settled.v1'>['judged']> {
  const query = { ...whose, before: position + 1, limit: 1 };
  const [row] = suspect ? [{ ...suspect, position }] : await ledger().suspected(query);
  if (row?.position !== position) return undefined;
  const { eventId, clue, points } = row;
  return { eventId, clue, points };
}

const ledger = () => database.ledgerReads(db());

interface Settled {
  /** Undefined while it waits to be decided. */
  readonly result: EventResult | undefined;
  readonly act: UndecidedAct | undefined;
}

async function settle(live: LiveHunt, data: ControlData<'suspicion.settled.v1'>): Promise<Settled> {
  let act: UndecidedAct | undefined;
  const onAppended = (appended: UndecidedAct) => {
    act = appended;
  };
  const result = await streams
    .settleSuspicion(redis(), { live, data, waitMs: WAIT_MS, onAppended })
    .catch((error: unknown) => {
      if (act === undefined) throw error;
      // It stands in the log: only what comes of it could not be read yet.
      logger().warn({ err: error, slug: live.slug }, 'what came of an act could not be read');
      return undefined;
    });
  return { result, act };
}
