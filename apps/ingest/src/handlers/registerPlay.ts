/** The `/play` namespace: who may connect, which messages there are, which rooms they are in. */
import {
  type ClientMessages,
  type DoorClaims,
  PlayAuth,
  type Problem,
  problem,
  type ResultOffset,
  type ServerMessages,
} from '@trove/contracts';
import type { Namespace, Socket } from 'socket.io';
import type { z } from 'zod';
import { type DoorApp, serverTime } from '../deps.js';
import { Sender } from '../door/sender.js';
import { DOOR_LIMITS } from '../limits.js';
import { missedBy, placesNamed } from '../push/missed.js';
import { sendNotice } from '../push/notices.js';
import { huntRoom, sourceRoom, teamRoom } from '../push/roomsOfCommit.js';
import { unsentOf } from '../push/unsent.js';
import { memberRefusal } from '../teams/memberRefusal.js';
import { ApiKeys } from '../tokens/apiKeys.js';
import { boardGet } from './boardGet.js';
import { eventsSend } from './eventsSend.js';
import { recommendationsGet } from './recommendationsGet.js';
import { resultsSeen } from './resultsSeen.js';
import { scoresGet } from './scoresGet.js';
import { stateGet } from './stateGet.js';
import { teamCaptain, teamLeave, teamRemove } from './teamActs.js';
import { teamGet } from './teamGet.js';
import { tokenRefresh } from './tokenRefresh.js';

interface SocketData {
  sender: Sender;
}

export type PlaySocket = Socket<ClientMessages, ServerMessages, Record<string, never>, SocketData>;
export type PlayNamespace = Namespace<
  ClientMessages,
  ServerMessages,
  Record<string, never>,
  SocketData
>;

/** What every message handler is given. */
export interface Message {
  readonly app: DoorApp;
  readonly sender: Sender;
}
type Handler = (message: Message, input: unknown) => Promise<unknown>;

const HANDLERS: { readonly [M in keyof ClientMessages]: Handler } = {
  'events:send': eventsSend,
  'state:get': stateGet,
  'board:get': boardGet,
  'scores:get': scoresGet,
  'team:get': teamGet,
  'team:leave': teamLeave,
  'team:remove': teamRemove,
  'team:captain': teamCaptain,
  'recommendations:get': recommendationsGet,
  'results:seen': resultsSeen,
  'token:refresh': tokenRefresh,
};

export function registerPlay(namespace: PlayNamespace, app: DoorApp): void {
  namespace.use((socket, next) => {
    admit(socket, app).then(
      (refusal) => next(refusal),
      (error: unknown) => next(error instanceof Error ? error : new Error(String(error))),
    );
  });
  namespace.on('connection', (socket) => {
    welcome(socket, app);
    notePresence(socket, app);
    socket.onAny((name: string, ...args: unknown[]) => {
      if (unsentOf(socket) > DOOR_LIMITS.unsentPushes) app.closings.close(socket, 'too_slow');
      else void answer(name, args, { app, sender: socket.data.sender });
    });
    // There is nothing else here that its connection could be for.
    socket.on('disconnect', () => socket.conn.close());
  });
}

/** Verifies the handshake; the error's data is the problem. */
async function admit(socket: PlaySocket, app: DoorApp): Promise<Error | undefined> {
  const auth = PlayAuth.safeParse(socket.handshake.auth);
  if (!auth.success) return refuse(app, faultOfAuth(auth.error));
  const verified = await app.tokens.verify(auth.data.token);
  if (!verified.ok) return refuse(app, verified.error);
  const { claims } = verified;
  if (claims.kind === 'player' && app.departures.mayLack(app.clock.nowUs() / 1000)) {
    const refusal = await memberRefusal(app, claims);
    if (refusal !== undefined) return refuse(app, refusal);
  }
  socket.data.sender = new Sender(claims, ApiKeys.keyIn(auth.data.token));
  return undefined;
}

/** What is wrong is named; without a token nothing else matters. */
function faultOfAuth({ issues }: z.ZodError): Problem {
  const path = issues[0]?.path.join('.') ?? '';
  if (path === '' || issues.some((issue) => issue.path[0] === 'token')) {
    return problem('token_missing', 'auth.token is needed');
  }
  return problem('malformed', `auth.${path}: ${issues[0]?.message}`, { path: `auth.${path}` });
}

function refuse(app: DoorApp, error: ReturnType<typeof problem>): Error {
  app.metrics.countUnattributed(error.code);
  return Object.assign(new Error(error.code), { data: error });
}

function welcome(socket: PlaySocket, app: DoorApp): void {
  const { claims } = socket.data.sender;
  const room = roomOf(claims);
  void socket.join(room);
  if (claims.kind === 'player') void socket.join(huntRoom(claims.hunt));
  const offsets = offsetsOf(claims, app);
  const last = placesNamed((socket.handshake.auth as PlayAuth).last ?? [], offsets);
  const { recovered, pushes } = missedBy(app.backlog, room, last);
  socket.data.sender.hearsSince = sinceOf(offsets, recovered ? last : []);
  socket.emit('welcome', { serverTime: serverTime(app), tier: app.tier, offsets, recovered });
  for (const push of pushes) socket.emit('results', push);
  if (claims.kind !== 'player') return;
  for (const place of last) {
    for (const notice of app.backlog.noticesSince(claims.hunt, claims.team, place)) {
      sendNotice(notice, (message, ...said) => socket.emit(message, ...said));
    }
  }
}

/** A member is present from now until this connection, and every other of it, has gone. */
function notePresence(socket: PlaySocket, app: DoorApp): void {
  const { claims } = socket.data.sender;
  if (claims.kind !== 'player') return;
  app.presence.enter(claims);
  socket.on('disconnect', () => app.presence.leave(claims));
}

/** Where a player's results begin: at what it named when it gets what it missed, else at now. */
function sinceOf(offsets: readonly ResultOffset[], last: readonly ResultOffset[]): number {
  const [own] = offsets;
  if (own === undefined) return 0;
  return last.find(({ partition }) => partition === own.partition)?.offset ?? own.offset;
}

function roomOf(claims: DoorClaims): string {
  return claims.kind === 'player' ? teamRoom(claims.hunt, claims.team) : sourceRoom(claims.sub);
}

function offsetsOf(claims: DoorClaims, app: DoorApp): ResultOffset[] {
  if (claims.kind === 'player') {
    const live = app.hunts.get(claims.hunt);
    return live === undefined ? [] : [app.backlog.head(live.partition)];
  }
  return Array.from({ length: app.partitions }, (_, k) => app.backlog.head(k));
}

/** Calls the handler of a message and gives its answer to the caller's acknowledgement. */
async function answer(name: string, args: unknown[], message: Message): Promise<void> {
  const last = args.at(-1);
  const reply = typeof last === 'function' ? (last as (value: unknown) => void) : () => undefined;
  const { app, sender } = message;
  const refusal = (error: ReturnType<typeof problem>) => {
    app.metrics.countUnattributed(error.code);
    reply({ ok: false, serverTime: serverTime(app), error });
  };
  const handler = Object.hasOwn(HANDLERS, name)
    ? HANDLERS[name as keyof ClientMessages]
    : undefined;
  if (handler === undefined) {
    refusal(problem('unknown_type', `messages are ${Object.keys(HANDLERS).join(', ')}`));
    return;
  }
  const isQuestion = handler !== eventsSend;
  const nowMs = app.clock.nowUs() / 1000;
  const error = isQuestion ? app.questions.refuse(name, sender, nowMs) : undefined;
  if (error !== undefined) {
    refusal(error);
    return;
  }
  if (isQuestion) sender.questions += 1;
  try {
    reply(await handler(message, args[0]));
  } catch (err) {
    app.logger.error({ err, message: name }, 'a message could not be answered');
    refusal(problem('not_ready', 'try again', { retryAfterMs: 500 }));
  } finally {
    if (isQuestion) sender.questions -= 1;
  }
}
