/**
 * A player's client: one packet on the way at a time, sent again under the same ids until a door
 * has answered it. It remembers what it was told.
 */
import type { Network } from './network.js';
import type { SeededScheduler } from './seededScheduler.js';
import type { Packet, SimAck, SimDoor } from './simDoor.js';

export interface SimClientDeps {
  readonly network: Network;
  readonly scheduler: SeededScheduler;
  readonly doors: readonly SimDoor[];
  readonly pick: <T>(list: readonly T[]) => T;
}

/** Turns after which an answer is taken for lost. */
const PATIENCE_TURNS = 30;
/** Tries of one packet; a network that drops everything is not simulated. */
const TRIES = 200;

export class SimClient {
  /** Identities that a door has said `appended` of, in the order of their first sending. */
  readonly acked = new Set<string>();

  constructor(private readonly deps: SimClientDeps) {}

  /** Resolves when the packet is answered. */
  async send(packet: Packet): Promise<void> {
    const { network, doors, pick } = this.deps;
    let acks: readonly SimAck[] | undefined;
    for (let tries = 0; tries < TRIES && acks === undefined; tries += 1) {
      const door = pick(doors);
      const answer = (said: readonly SimAck[]) => {
        network.carry(() => {
          acks = said;
        });
      };
      network.carry(() => door.receive(packet, answer));
      await this.wait(() => acks !== undefined);
    }
    if (acks === undefined) throw new Error('a packet is never answered');
    for (const [i, { event }] of packet.entries()) {
      if (acks[i] === 'appended') this.acked.add(event.identity);
    }
  }

  private async wait(isOver: () => boolean): Promise<void> {
    for (let turn = 0; turn < PATIENCE_TURNS && !isOver(); turn += 1) {
      await this.deps.scheduler.turn();
    }
  }
}
