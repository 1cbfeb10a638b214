/**
 * A sender written against the wire alone: batches over a raw socket, sent again under the same
 * ids until they are acknowledged. It remembers which ids the door has said `appended` of.
 */
import { SignJWT } from 'jose';
import { io, type Socket } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';
import { SECRET } from './processes.js';

export const SOURCE = '/kill-test';
const ACK_MS = 2_000;

export interface Sent {
  readonly id: string;
  readonly team: string;
  readonly code: string;
}

export async function sourceToken(source = SOURCE): Promise<string> {
  return await new SignJWT({ kind: 'source', hunts: ['*'], may: ['send', 'publish', 'operate'] })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience('trove-door')
    .setSubject(source)
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(SECRET));
}

interface Reply {
  readonly ok: boolean;
  readonly acks?: readonly string[];
}

export class RawSource {
  readonly acked = new Map<string, Sent>();
  /** Batches that had to be sent more than once. */
  resent = 0;
  private readonly socket: Socket;

  constructor(url: string, token: string) {
    this.socket = io(`${url}/play`, {
      transports: ['websocket'],
      auth: { token },
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    });
  }

  /** Sends one batch until every event of it is acknowledged as appended. */
  async send(hunt: string, events: readonly Sent[]): Promise<void> {
    const now = new Date().toISOString();
    const packet = {
      specversion: '1.0',
      source: SOURCE,
      sentAt: now,
      events: events.map(({ id, team, code }) => {
        const type = 'code.scanned.v1';
        return { id, type, time: now, hunt, player: team, team, data: { code } };
      }),
    };
    for (let tries = 0; ; tries += 1) {
      const reply = await this.emit(packet);
      if (reply?.acks?.every((ack) => ack === 'appended') === true) break;
      this.resent += 1;
      if (tries > 200) throw new Error(`a batch is never taken: ${JSON.stringify(reply)}`);
    }
    for (const event of events) this.acked.set(event.id, event);
  }

  close(): void {
    this.socket.disconnect();
  }

  private async emit(packet: unknown): Promise<Reply | undefined> {
    try {
      return (await this.socket.timeout(ACK_MS).emitWithAck('events:send', packet)) as Reply;
    } catch {
      // No answer: the door died, or the answer was lost. The same ids go out again.
      return undefined;
    }
  }
}

/** A batch for a hunt of `clues` codes; ids are made once and kept by the caller. */
export function makeBatch(size: number, clues: number, first: number): Sent[] {
  return Array.from({ length: size }, (_, i) => {
    const number = first + i;
    return { id: uuidv7(), team: `team-${number % 97}`, code: `CODE-${(number * 7) % clues}` };
  });
}
