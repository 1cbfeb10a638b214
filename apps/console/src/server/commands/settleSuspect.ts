'use server';
/** Confirms the points of a suspected event or takes them back: an event in the hunt's log. */
import type { EventResult } from '@trove/contracts';
import { z } from 'zod';
import { command } from '../command';
import { huntDirectory, logger, redis } from '../connections';
import { contracts, streams } from '../packages';
import { namesOf } from '../reads/liveHunt/namesOf';

const Finding = z.object({
  hunt: contracts.HuntSlug,
  team: contracts.Name,
  position: z.number().int().min(0),
  as: contracts.Standing,
  reason: z.string().trim().min(1).max(280),
});

/** How long the operator waits to see what it did. */
const WAIT_MS = 4_000;

export interface SettleAnswer {
  readonly isDone: boolean;
  readonly says: string;
}

export const settleSuspect = command({
  name: 'settle-suspect',
  needs: 'operate',
  input: Finding,
  wrongInput: 'Say why, in at most 280 characters.',
  run: async ({ hunt, ...data }, { viewer, note }): Promise<SettleAnswer> => {
    const live = await huntDirectory().get(hunt);
    if (!live) return { isDone: false, says: `No hunt named ${hunt} is published.` };
    const { position, as, team } = data;
    const [suspect, nameOf] = await Promise.all([
      streams.readSuspect(redis(), live, { team, position }),
      namesOf(live, [team]),
    ]);
    const result = await streams.settleSuspicion(redis(), {
      live,
      data: { ...data, by: viewer.email },
      waitMs: WAIT_MS,
    });
    logger().info({ hunt, position, as, by: viewer.id }, 'suspect settled');
    const answer = wordsOf(result, nameOf(team).name ?? team);
    if (answer.isDone) {
      const after = result === undefined ? { ...data, isDecided: false } : data;
      note({ subject: `hunt:${hunt}`, before: { as: suspect?.standing ?? null }, after });
    }
    return answer;
  },
});

function wordsOf(result: EventResult | undefined, team: string): SettleAnswer {
  if (!result) return { isDone: true, says: 'It stands in the log and waits to be decided.' };
  const { verdict, points = 0, score } = result;
  if (verdict === 'no_clue') {
    return { isDone: false, says: 'Too many came after it: it can’t be settled any more.' };
  }
  if (points === 0) return { isDone: true, says: 'Noted. No points moved.' };
  const moved = points > 0 ? `gets ${points} points again` : `loses ${-points} points`;
  return { isDone: true, says: `${team} ${moved} and has ${score} now.` };
}
