'use server';
/** Confirms the points of a suspected event or takes them back: an event in the hunt's log. */
import type { EventResult } from '@trove/contracts';
import { z } from 'zod';
import { huntDirectory, logger, redis } from '../connections';
import { contracts, streams } from '../packages';
import { requireViewer } from '../viewer';

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

export async function settleSuspect(input: z.input<typeof Finding>): Promise<SettleAnswer> {
  const viewer = await requireViewer();
  const finding = Finding.safeParse(input);
  if (!finding.success) return { isDone: false, says: 'Say why, in at most 280 characters.' };
  const { hunt, ...data } = finding.data;
  const live = await huntDirectory().get(hunt);
  if (!live) return { isDone: false, says: `No hunt named ${hunt} is published.` };
  const result = await streams.settleSuspicion(redis(), {
    live,
    data: { ...data, by: viewer.email },
    waitMs: WAIT_MS,
  });
  logger().info({ hunt, position: data.position, as: data.as, by: viewer.id }, 'suspect settled');
  return wordsOf(result, data.team);
}

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
