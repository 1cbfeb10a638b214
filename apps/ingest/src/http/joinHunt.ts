/** POST /v1/hunts/{slug}/join: a device becomes a player of a team, once, however often it asks. */
import { createHash, timingSafeEqual } from 'node:crypto';
import {
  CONTROL_SOURCE,
  HuntSlug,
  type JoinReply,
  JoinRequest,
  type LiveHunt,
  type Problem,
  problem,
} from '@trove/contracts';
import { appendControl, bytesOfEventId, hashJoinCode, readPlayerTeam } from '@trove/streams';
import type { FastifyInstance } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { type DoorApp, serverTime } from '../deps.js';
import { DOOR_LIMITS } from '../limits.js';
import { refuse } from './answers.js';
import { parseJson, textOfBody } from './jsonBody.js';
import { WrongCodes } from './wrongCodes.js';

export function registerJoin(server: FastifyInstance, app: DoorApp): void {
  const wrongCodes = new WrongCodes();
  server.post<{ Params: { slug: string } }>('/v1/hunts/:slug/join', async (request, reply) => {
    const nowMs = app.clock.nowUs() / 1000;
    if (wrongCodes.isBlocked(request.ip, nowMs)) {
      return refuse(app, reply, problem('rate_limited', 'too many wrong codes', RETRY));
    }
    const body = textOfBody(request.body);
    if (!body.ok) return refuse(app, reply, body.error);
    const json = parseJson(body.text);
    if (!json.ok) return refuse(app, reply, json.error);
    const asked = JoinRequest.safeParse(json.value);
    if (!asked.success) {
      const issue = asked.error.issues[0];
      const path = issue?.path.map(String).join('.') ?? '';
      return refuse(app, reply, problem('malformed', issue?.message ?? 'not a join', { path }));
    }
    const slug = HuntSlug.safeParse(request.params.slug);
    if (slug.success) await app.hunts.ensure([slug.data], nowMs);
    const live = slug.success ? app.hunts.get(slug.data) : undefined;
    if (live === undefined) return refuse(app, reply, problem('unknown_hunt', request.params.slug));
    if (!isCode(live, asked.data.code)) {
      wrongCodes.count(request.ip, nowMs);
      return refuse(app, reply, problem('wrong_join_code', 'ask the hunt’s organiser'));
    }
    const team = await joinTeam(app, live, asked.data);
    if (typeof team !== 'string') return refuse(app, reply, team);
    return await tokensFor(app, live, { player: asked.data.playerId, team });
  });
}

const RETRY = { retryAfterMs: 60_000 };

function isCode({ joinCodeHash }: LiveHunt, code: string): boolean {
  if (joinCodeHash === undefined) return false;
  return timingSafeEqual(Buffer.from(hashJoinCode(code)), Buffer.from(joinCodeHash));
}

/** The player's team: the one joined before, or the one asked for once the log has decided it. */
async function joinTeam(
  app: DoorApp,
  live: LiveHunt,
  { playerId, team, teamName }: JoinRequest,
): Promise<string | Problem> {
  const joined = await readPlayerTeam(app.redis, live, playerId);
  const wanted = team ?? joined ?? teamOfOne(playerId);
  if (joined !== undefined) {
    return joined === wanted ? joined : problem('already_joined', `the player is in ${joined}`);
  }
  const id = uuidv7({ msecs: Math.floor(app.clock.nowUs() / 1000) });
  const outcome = app.waiters.wait(bytesOfEventId(id), {
    source: CONTROL_SOURCE,
    waitMs: DOOR_LIMITS.waitMs,
  });
  const { isOwned } = await appendControl(app.log, {
    partition: live.partition,
    hunt: live.slug,
    type: 'player.joined.v1',
    data: { player: playerId, team: wanted, teamName: teamName ?? wanted },
    id,
    player: playerId,
    team: wanted,
  });
  if (!isOwned) app.wake(live.partition);
  const result = await outcome;
  if (result === undefined) return problem('not_ready', 'no worker decided in time', RETRY_SOON);
  return result.verdict === 'noted'
    ? wanted
    : problem('already_joined', 'the player has joined another team');
}

const RETRY_SOON = { retryAfterMs: 1_000 };

/** A name that does not give the player's id away: the id is what tells the device apart. */
function teamOfOne(playerId: string): string {
  return `solo-${createHash('sha256').update(playerId).digest('hex').slice(0, 12)}`;
}

async function tokensFor(
  app: DoorApp,
  live: LiveHunt,
  { player, team }: { player: string; team: string },
): Promise<JoinReply> {
  const source = `/hunts/${live.slug}/players/${player}`;
  const identity = { sub: player, hunt: live.slug, team, source };
  const { token, expiresAtMs } = await app.tokens.issuePlayer(identity);
  return {
    hunt: live.slug,
    player,
    team,
    source,
    token,
    tokenExpiresAt: new Date(expiresAtMs).toISOString(),
    refreshToken: await app.tokens.issueRefresh(identity),
    serverTime: serverTime(app),
  };
}
