/**
 * `results:seen`: a player's device says how far it has had its results. It is noted for receipts
 * and for nothing else: what a client says of itself moves no state of play.
 */
import { type Answer, problem, ResultOffset } from '@trove/contracts';
import { serverTime } from '../deps.js';
import type { Message } from './registerPlay.js';

export async function resultsSeen(
  { app, sender }: Message,
  input: unknown,
): Promise<Answer<object>> {
  const now = { serverTime: serverTime(app) };
  const { claims } = sender;
  if (claims.kind !== 'player') {
    return { ok: false, ...now, error: problem('not_permitted', 'players have results to see') };
  }
  const seen = ResultOffset.safeParse(input);
  const live = app.hunts.get(claims.hunt);
  if (!seen.success || live?.partition !== seen.data.partition) {
    return { ok: false, ...now, error: problem('malformed', 'a place in your hunt’s partition') };
  }
  const { partition, epoch, offset } = seen.data;
  const head = app.backlog.head(partition);
  if (epoch !== head.epoch || offset > head.offset) {
    return { ok: false, ...now, error: problem('malformed', 'no results stand there') };
  }
  const { hunt, sub: player } = claims;
  const since = Math.min(sender.hearsSince, offset);
  const seenAtUs = app.clock.nowUs();
  app.deliveries.seen(partition, { hunt, player, epoch, since, offset, seenAtUs });
  return { ok: true, ...now };
}
