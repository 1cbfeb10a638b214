/** The stages of a receipt as a line of steps, each with how long it took since the one before. */
import type { Receipt, ReceiptStages } from '@trove/contracts';

export interface ReceiptStep {
  readonly name: string;
  /** What it means, in a few words. */
  readonly says: string;
  /** By the server's clock: how long it waited before it came here is not our time. */
  readonly isOurs: boolean;
  /** Undefined when it did not happen, or when nothing tells. */
  readonly atMs: number | undefined;
  /**
   * Milliseconds since the stage before that is known; undefined at the first, and between two
   * clocks, which nothing compares.
   */
  readonly tookMs: number | undefined;
}

/** `derived`: worked out from the others, and no step of the way. */
type Clock = 'sender' | 'derived' | 'server';
type Stage = readonly [key: keyof ReceiptStages, name: string, says: string, clock: Clock];

const STAGES: readonly Stage[] = [
  ['createdAt', 'created', 'by the sender’s clock', 'sender'],
  ['sentAt', 'sent', 'by the sender’s clock', 'sender'],
  ['effectiveAt', 'effective', 'created, corrected for the sender’s clock', 'derived'],
  ['receivedAt', 'received', 'by the door', 'server'],
  ['appendedAt', 'appended', 'to the log', 'server'],
  ['decidedAt', 'decided', 'by a worker', 'server'],
  ['committedAt', 'committed', 'with all its effects', 'server'],
  ['pushedAt', 'pushed', 'to a socket of its team or source', 'server'],
  ['acknowledgedAt', 'acknowledged', 'by the player’s device', 'server'],
];

export function receiptSteps(stages: ReceiptStages): readonly ReceiptStep[] {
  let before: { readonly clock: Clock; readonly atMs: number } | undefined;
  return STAGES.map(([key, name, says, clock]) => {
    const atMs = stages[key];
    const isOurs = clock === 'server';
    if (atMs === undefined) return { name, says, isOurs, atMs, tookMs: undefined };
    const tookMs = before?.clock === clock ? Math.max(0, atMs - before.atMs) : undefined;
    before = { clock, atMs };
    return { name, says, isOurs, atMs, tookMs };
  });
}

/** A missing time means that it did not happen, or that nobody kept it: never zero. */
export function wordsOfAbsent(
  { isDeliveryKnown }: Pick<Receipt, 'isDeliveryKnown'>,
  { name }: Pick<ReceiptStep, 'name'>,
): string {
  if (name !== 'pushed' && name !== 'acknowledged') return 'not kept';
  if (!isDeliveryKnown) return 'not known';
  return name === 'pushed' ? 'nobody listened' : 'not so far';
}

/** Milliseconds from the door to the last stage that is known; undefined without the door's. */
export function wholeWayMs({ receivedAt, ...stages }: ReceiptStages): number | undefined {
  if (receivedAt === undefined) return undefined;
  const { acknowledgedAt, pushedAt, committedAt } = stages;
  return Math.max(0, (acknowledgedAt ?? pushedAt ?? committedAt) - receivedAt);
}
