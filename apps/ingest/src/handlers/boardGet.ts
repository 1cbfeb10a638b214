/** `board:get`: the best teams of a hunt. */
import { type Answer, type BoardPush, BoardQuery, problem } from '@trove/contracts';
import { readBoard } from '@trove/streams';
import { serverTime } from '../deps.js';
import { mayRead } from '../tokens/mayRead.js';
import type { Message } from './registerPlay.js';

export async function boardGet(
  { app, sender }: Message,
  input: unknown,
): Promise<Answer<{ board: BoardPush }>> {
  const now = { serverTime: serverTime(app) };
  const query = BoardQuery.safeParse(input);
  if (!query.success) {
    return { ok: false, ...now, error: problem('malformed', 'hunt is needed; limit 1 to 100') };
  }
  const { hunt, limit } = query.data;
  const refusal = mayRead(sender.claims, { hunt });
  if (refusal !== undefined) return { ok: false, ...now, error: refusal };
  const live = app.hunts.get(hunt);
  if (live === undefined) return { ok: false, ...now, error: problem('unknown_hunt', hunt) };
  const board = await readBoard(app.redis, live, { limit, audience: 'players' });
  return { ok: true, ...now, board };
}
