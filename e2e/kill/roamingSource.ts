/**
 * A sender that knows several doors and stays with none: when its door dies it goes to the next,
 * sends again what was not acknowledged, and asks for the results it missed by its last offsets.
 */
import { io, type Socket } from 'socket.io-client';
import { makeBatch, type Sent, sourceToken } from './source.js';

const ACK_MS = 2_000;
const TRIES = 100;
/** Codes that are sent; whether a hunt knows them does not matter here. */
const CODES = 40;

interface Offset {
  readonly partition: number;
  readonly epoch: number;
  readonly offset: number;
}

interface Push extends Offset {
  readonly results: readonly { readonly id: string }[];
}

export class RoamingSource {
  readonly acked = new Set<string>();
  /** Ids whose result has reached this client. */
  readonly told = new Set<string>();
  /** Doors it has been welcomed by, in order; false where a door could not tell what it missed. */
  readonly welcomes: { readonly door: number; readonly recovered: boolean }[] = [];
  private readonly last = new Map<number, Offset>();
  private socket: Socket | undefined;

  constructor(
    readonly name: string,
    private readonly doors: readonly string[],
    private at: number,
  ) {}

  /** Connects to the door it is at, or to the next one that answers. */
  async connect(): Promise<void> {
    const token = await sourceToken(this.name);
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (await this.tryConnect(token)) return;
      this.at = (this.at + 1) % this.doors.length;
    }
    throw new Error(`${this.name} finds no door`);
  }

  async send(hunt: string, size: number, first: number): Promise<void> {
    const batch = makeBatch(size, CODES, first);
    // Said once and kept: the same id with another time would be another event, a conflict.
    const time = new Date().toISOString();
    for (let tries = 0; !(await this.take(hunt, batch, time)); tries += 1) {
      if (tries > TRIES) throw new Error(`a batch of ${this.name} is never taken`);
      if (this.socket?.connected !== true) await this.connect();
    }
    for (const { id } of batch) this.acked.add(id);
  }

  close(): void {
    this.socket?.disconnect();
  }

  private tryConnect(token: string): Promise<boolean> {
    this.socket?.disconnect();
    const auth = { token, last: [...this.last.values()] };
    const socket = io(`${this.doors[this.at]}/play`, {
      transports: ['websocket'],
      auth,
      reconnection: false,
      forceNew: true,
    });
    this.socket = socket;
    socket.on('results', (push: Push) => {
      this.last.set(push.partition, push);
      for (const { id } of push.results) this.told.add(id);
    });
    return new Promise((resolve) => {
      socket.once('connect_error', () => resolve(false));
      socket.once('welcome', ({ recovered, offsets }) => {
        this.welcomes.push({ door: this.at, recovered });
        // A place it never heard from: results may come from there while it is on its way.
        for (const offset of offsets as Offset[]) {
          if (!this.last.has(offset.partition)) this.last.set(offset.partition, offset);
        }
        resolve(true);
      });
    });
  }

  private async take(hunt: string, batch: readonly Sent[], time: string): Promise<boolean> {
    const events = batch.map(({ id, team, code }) => {
      const type = 'code.scanned.v1';
      return { id, type, time, hunt, player: team, team, data: { code } };
    });
    const sentAt = new Date().toISOString();
    const packet = { specversion: '1.0', source: this.name, sentAt, events };
    try {
      const reply = await this.socket?.timeout(ACK_MS).emitWithAck('events:send', packet);
      return reply?.acks?.every((ack: string) => ack === 'appended') === true;
    } catch {
      // No answer: the door died, or the answer was lost. The same ids go out again.
      return false;
    }
  }
}
