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
import {
  appendControl,
  bytesOfEventId,
  hashJoinCode,
  readPlayerTeam,
  readTeam,
} from '@trove/streams';
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
    const kind = kindOfCode(live, asked.data.code);
    if (kind === undefined) {
      wrongCodes.count(request.ip, nowMs);
      return refuse(app, reply, problem('wrong_join_code', 'ask the hunt’s organiser'));
    }
    const stranger = strangeDivision(live, asked.data.division);
    if (stranger !== undefined) return refuse(app, reply, stranger);
    const joined = await joinTeam(app, live, { ...asked.data, kind });
    if ('code' in joined) return refuse(app, reply, joined);
    return await tokensFor(app, live, { player: asked.data.playerId, ...joined });
  });
}

/** Undefined where the hunt has the division, or none was named. */
function strangeDivision({ divisions = [] }: LiveHunt, division: string | undefined) {
  if (division === undefined || divisions.some(({ id }) => id === division)) return undefined;
  const known = divisions.map(({ id }) => id).join(', ');
  const detail = known === '' ? 'the hunt has no divisions' : `the hunt has ${known}`;
  return problem('malformed', detail, { path: 'division' });
}

const RETRY = { retryAfterMs: 60_000 };

type Kind = 'player' | 'playtester';

/** Whom a code lets in; both are looked at, whichever it is. */
function kindOfCode(live: LiveHunt, code: string): Kind | undefined {
  const given = Buffer.from(hashJoinCode(code));
  const isHash = (hash: string | undefined) =>
    hash !== undefined && timingSafeEqual(given, Buffer.from(hash));
  const isPlayer = isHash(live.joinCodeHash);
  const isPlaytester = isHash(live.playtestCodeHash);
  if (isPlayer) return 'player';
  return isPlaytester ? 'playtester' : undefined;
}

interface Joined {
  readonly team: string;
  readonly isPlaytest: boolean;
}

/** The player's team: the one joined before, or the one asked for once the log has decided it. */
async function joinTeam(
  app: DoorApp,
  live: LiveHunt,
  { playerId, team, teamName, kind, division }: JoinRequest & { readonly kind: Kind },
): Promise<Joined | Problem> {
  const joined = await readPlayerTeam(app.redis, live, playerId);
  const wanted = team ?? joined ?? teamOfOne(playerId);
  if (joined !== undefined) {
    if (joined !== wanted) return problem('already_joined', `the player is in ${joined}`);
    const known = await readTeam(app.redis, live, { team: joined });
    return { team: joined, isPlaytest: known.team?.isPlaytest === true };
  }
  const isPlaytest = kind === 'playtester';
  const id = uuidv7({ msecs: Math.floor(app.clock.nowUs() / 1000) });
  const outcome = app.waiters.wait(bytesOfEventId(id), {
    source: CONTROL_SOURCE,
    waitMs: DOOR_LIMITS.waitMs,
  });
  const { isOwned } = await appendControl(app.log, {
    partition: live.partition,
    hunt: live.slug,
    type: 'player.joined.v1',
    data: {
      ...{ player: playerId, team: wanted, teamName: teamName ?? wanted },
      ...(isPlaytest && { playtest: true }),
      ...(division !== undefined && { division }),
    },
    id,
    player: playerId,
    team: wanted,
  });
  if (!isOwned) app.wake(live.partition);
  const result = await outcome;
  if (result === undefined) return problem('not_ready', 'no worker decided in time', RETRY_SOON);
  if (result.verdict === 'noted') return { team: wanted, isPlaytest };
  if (result.verdict === 'locked') {
    return problem('already_joined', 'the player has joined another team');
  }
  const others = isPlaytest ? 'players who are none' : 'playtesters';
  return problem('playtest_team', `${wanted} is a team of ${others}`);
}

const RETRY_SOON = { retryAfterMs: 1_000 };

/** A name that does not give the player's id away: the id is what tells the device apart. */
function teamOfOne(playerId: string): string {
  return `solo-${createHash('sha256').update(playerId).digest('hex').slice(0, 12)}`;
}

async function tokensFor(
  app: DoorApp,
  live: LiveHunt,
  { player, team, isPlaytest }: { player: string } & Joined,
): Promise<JoinReply> {
  const source = `/hunts/${live.slug}/players/${player}`;
  const identity = { sub: player, hunt: live.slug, team, source };
  const { token, expiresAtMs } = await app.tokens.issuePlayer(identity);
  return {
    hunt: live.slug,
    player,
    team,
    isPlaytest,
    source,
    token,
    tokenExpiresAt: new Date(expiresAtMs).toISOString(),
    refreshToken: await app.tokens.issueRefresh(identity),
    serverTime: serverTime(app),
  };
}
