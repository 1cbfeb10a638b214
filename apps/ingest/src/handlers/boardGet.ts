/** `board:get`: the best teams of a hunt, and where one team stands among its neighbours. */
import {
  type Answer,
  type BoardAround,
  type BoardPush,
  BoardQuery,
  problem,
} from '@trove/contracts';
import { readBoard, readBoardAround } from '@trove/streams';
import { serverTime } from '../deps.js';
import { mayRead } from '../tokens/mayRead.js';
import type { Message } from './registerPlay.js';

export async function boardGet(
  { app, sender }: Message,
  input: unknown,
): Promise<Answer<{ board: BoardPush; around?: BoardAround }>> {
  const now = { serverTime: serverTime(app) };
  const query = BoardQuery.safeParse(input);
  if (!query.success) {
    const needs = 'hunt is needed; limit 1 to 100; rows 0 to 25';
    return { ok: false, ...now, error: problem('malformed', needs) };
  }
  const { hunt, limit, division, around: team, rows } = query.data;
  const refusal = mayRead(sender.claims, team === undefined ? { hunt } : { hunt, team });
  if (refusal !== undefined) return { ok: false, ...now, error: refusal };
  const live = app.hunts.get(hunt);
  if (live === undefined) return { ok: false, ...now, error: problem('unknown_hunt', hunt) };
  const board = await readBoard(app.redis, live, { limit, division, audience: 'players' });
  if (team === undefined) return { ok: true, ...now, board };
  const asked = { team, rows, audience: 'players' } as const;
  const around = await readBoardAround(app.redis, live, asked);
  return { ok: true, ...now, board, ...(around !== undefined && { around }) };
}
