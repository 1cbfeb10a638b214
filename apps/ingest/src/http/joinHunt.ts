/** POST /v1/hunts/{slug}/join: a device becomes a player of a team, once, however often it asks. */
import { timingSafeEqual } from 'node:crypto';
import {
  HuntSlug,
  type JoinReply,
  JoinRequest,
  type LiveHunt,
  type ProblemCode,
  problem,
} from '@trove/contracts';
import { sourceOfPlayer } from '@trove/core';
import { hashJoinCode } from '@trove/streams';
import type { FastifyInstance } from 'fastify';
import { type DoorApp, serverTime } from '../deps.js';
import { joinTeam, type Kind, type Seat } from '../teams/joinTeam.js';
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
    const stranger = strangeDivision(live, asked.data.division);
    if (stranger !== undefined) return refuse(app, reply, stranger);
    const { code } = asked.data;
    const kind = code === undefined ? undefined : kindOfCode(live, code);
    const isWrong = code !== undefined && kind === undefined;
    const joined = isWrong ? WRONG_CODE : await joinTeam(app, live, { ...asked.data, kind });
    if (!('code' in joined)) return await tokensFor(app, live, joined);
    if (GUESSES.has(joined.code)) wrongCodes.count(request.ip, nowMs);
    return refuse(app, reply, joined);
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
const WRONG_CODE = problem('wrong_join_code', 'ask the hunt’s organiser');
/** What somebody gets who tries codes. */
const GUESSES: ReadonlySet<ProblemCode> = new Set(['wrong_join_code', 'wrong_team_code']);

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

async function tokensFor(app: DoorApp, live: LiveHunt, seat: Seat): Promise<JoinReply> {
  const { player, member, team, state } = seat;
  const source = sourceOfPlayer(live.slug, player);
  const identity = { sub: player, hunt: live.slug, team, member: member.member, source };
  const { token, expiresAtMs } = await app.tokens.issuePlayer(identity);
  return {
    hunt: live.slug,
    player,
    playerName: member.name,
    member: member.member,
    team,
    teamName: state.name ?? team,
    teamCode: state.roster.code ?? '',
    isPlaytest: state.isPlaytest,
    source,
    token,
    tokenExpiresAt: new Date(expiresAtMs).toISOString(),
    refreshToken: await app.tokens.issueRefresh(identity),
    serverTime: serverTime(app),
  };
}
