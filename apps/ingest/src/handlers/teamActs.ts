/** `team:leave`, `team:remove`, `team:captain`: what a player does to its own team. */
import {
  type Answer,
  type LiveHunt,
  MemberNamed,
  NothingNamed,
  type PlayerClaims,
  type Problem,
  problem,
} from '@trove/contracts';
import type { z } from 'zod';
import { serverTime } from '../deps.js';
import { askMembership, askWithCode } from '../teams/askMembership.js';
import type { Message } from './registerPlay.js';

interface Acting<I> {
  readonly message: Message;
  readonly input: I;
  readonly claims: PlayerClaims;
  readonly live: LiveHunt;
}

type Act<I> = (acting: Acting<I>) => Promise<object | Problem>;

/** Parses what was sent, and sees to it that a player sent it. */
function actOf<I>(schema: z.ZodType<I>, needs: string, act: Act<I>) {
  return async (message: Message, input: unknown): Promise<Answer<object>> => {
    const { app, sender } = message;
    const { claims } = sender;
    const refused = (error: Problem) => {
      return { ok: false, serverTime: serverTime(app), error } as const;
    };
    const asked = schema.safeParse(input ?? {});
    if (!asked.success) return refused(problem('malformed', needs));
    if (claims.kind !== 'player') return refused(problem('not_permitted', 'a player’s own team'));
    // Each becomes an event in the log, and is paid for like those that a player sends.
    const paid = app.rates.takePlayer(claims, 1, app.clock.nowUs() / 1000);
    if (paid !== undefined) {
      const { retryAfterMs } = paid;
      return refused(problem('rate_limited', 'too much at once', { retryAfterMs }));
    }
    const live = app.hunts.get(claims.hunt);
    if (live === undefined) return refused(problem('unknown_hunt', claims.hunt));
    const acting = () => act({ message, input: asked.data, claims, live });
    const done = await app.acts.during(claims, acting);
    return 'code' in done ? refused(done) : { ok: true, serverTime: serverTime(app) };
  };
}

export const teamLeave = actOf(
  NothingNamed,
  'nothing is to be named',
  ({ message, claims, live }) => {
    const { sub: player, team } = claims;
    const asked = { type: 'player.left.v1', data: { player, team }, player } as const;
    return askMembership(message.app, live, asked);
  },
);

export const teamRemove = actOf(
  MemberNamed,
  'a member is needed',
  ({ message, claims, live, input }) => {
    const { sub: captain, team } = claims;
    const { member } = input;
    return askWithCode(message.app, live, (code) => {
      const data = { team, member, captain, code };
      return { type: 'player.removed.v1', data, player: captain } as const;
    });
  },
);

export const teamCaptain = actOf(
  MemberNamed,
  'a member is needed',
  ({ message, claims, live, input }) => {
    const { sub: captain, team } = claims;
    const { member } = input;
    const data = { team, member, captain };
    const asked = { type: 'team.captain_changed.v1', data, player: captain } as const;
    return askMembership(message.app, live, asked);
  },
);
