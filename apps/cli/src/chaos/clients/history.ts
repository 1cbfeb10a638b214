/** What one client remembers of an event it has sent: the half of the evidence the servers lack. */
import type { Ack, ProblemCode } from '@trove/contracts';

export interface Sent {
  readonly id: string;
  readonly source: string;
  readonly hunt: string;
  readonly player: string;
  readonly team: string;
  readonly code: string;
  /** The id's own time, ms. */
  readonly idTimeMs: number;
  /** When it was made, by the clock of this machine, ms. */
  readonly madeAtMs: number;
  /** The event as it goes over the wire, byte for byte the same at every try. */
  readonly json: string;
  /** It breaks the contract of its type, on purpose. */
  readonly isMalformed: boolean;
  /** The door's last word; undefined while there is none. */
  ack: Extract<Ack, 'appended' | 'late' | 'invalid'> | undefined;
  /** The door has said `appended` at least once: from then on nothing may be lost. */
  isAcked: boolean;
  /** Why the door has refused it last. */
  refusedAs: ProblemCode | undefined;
  /** How often it went out, and how often the door said that it took it, or refused it. */
  carried: number;
  taken: number;
  refused: number;
}

/** Writes what a door has said of an event. */
export function hear(sent: Sent, ack: Ack, code: ProblemCode | undefined): void {
  if (ack !== 'appended' && ack !== 'late' && ack !== 'invalid') return;
  sent.ack = ack;
  if (ack === 'appended') {
    sent.isAcked = true;
    sent.taken += 1;
    return;
  }
  sent.refused += 1;
  sent.refusedAs = code;
}
