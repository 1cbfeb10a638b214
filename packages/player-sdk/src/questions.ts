/**
 * What an app asks over its player's socket. An answer that is lost with the connection, or that
 * does not come in time, is an answer too: `not_ready`, which is worth asking again. So no
 * question rejects, and an app has one way of being told no.
 */
import type {
  Answer,
  BoardPush,
  ClientMessages,
  Problem,
  Recommendations,
  ServerMessages,
  TeamSnapshot,
} from '@trove/contracts';
import type { Socket } from 'socket.io-client';
import { SDK_LIMITS } from './limits.js';

type PlaySocket = Socket<ServerMessages, ClientMessages>;
type AskedSocket = ReturnType<PlaySocket['timeout']>;

/** Puts a question to the socket; it waits for a connection where there is none yet. */
export type Ask = <A extends object>(
  question: (socket: AskedSocket) => Promise<Answer<A>>,
) => Promise<Answer<A>>;

interface AskParts {
  readonly socket: PlaySocket;
  /** Aborted when the player is closed: what is asked then or later is answered at once. */
  readonly closed: AbortSignal;
  /** The server's clock, ms. */
  readonly clock: { now(): number };
}

export function askOver({ socket, closed, clock }: AskParts): Ask {
  return (question) => {
    const asked = untilClosed(closed, () => question(socket.timeout(SDK_LIMITS.askMs)));
    return answered(asked, clock);
  };
}

/**
 * Rejects when the player is closed first; nothing is left at `closed` of what has ended. An answer
 * that came in one packet with what has closed the player is there, but nobody has been told yet.
 */
function untilClosed<T>(closed: AbortSignal, ask: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const closes = () => reject(new Error('the player is closed'));
    const end = () => setTimeout(closes, 0);
    if (closed.aborted) return closes();
    closed.addEventListener('abort', end, { once: true });
    ask()
      .then(resolve, reject)
      .finally(() => closed.removeEventListener('abort', end));
  });
}

/** The answer to a question, in any case. `asked` rejects for want of a connection alone. */
export function answered<A extends object>(
  asked: Promise<Answer<A>>,
  clock: { now(): number },
): Promise<Answer<A>> {
  return asked.catch((cause: unknown) => ({
    ok: false,
    serverTime: new Date(clock.now()).toISOString(),
    error: unanswered(cause),
  }));
}

function unanswered(cause: unknown): Problem {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return { code: 'not_ready', title: 'No answer.', detail, status: 503 };
}

export interface QuestionCalls {
  /** The team's own view of the hunt. */
  state(): Promise<Answer<{ state: TeamSnapshot }>>;
  board(limit?: number, division?: string): Promise<Answer<{ board: BoardPush }>>;
  /** What the team might try next. A result that changes it carries it too, as `next`. */
  recommendations(): Promise<Answer<{ recommendations: Recommendations }>>;
}

export function questionCalls(
  ask: Ask,
  { hunt, team }: { readonly hunt: string; readonly team: string },
): QuestionCalls {
  return {
    state: () => ask((socket) => socket.emitWithAck('state:get', { hunt, team })),
    board: (limit = 10, division) => {
      const of = division === undefined ? {} : { division };
      return ask((socket) => socket.emitWithAck('board:get', { hunt, limit, ...of }));
    },
    recommendations: () => {
      return ask((socket) => socket.emitWithAck('recommendations:get', { hunt, team }));
    },
  };
}
