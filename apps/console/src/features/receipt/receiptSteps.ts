/** The stages of a receipt as a line of steps, each with how long it took since the one before. */
import type { ReceiptStages } from '@trove/contracts';

export interface ReceiptStep {
  readonly name: string;
  /** What it means, in a few words. */
  readonly says: string;
  /** Undefined when it did not happen, or when nothing tells. */
  readonly atMs: number | undefined;
  /**
   * Milliseconds since the stage before that is known; undefined at the first, and between two
   * clocks, which nothing compares.
   */
  readonly tookMs: number | undefined;
}

type Stage = readonly [key: keyof ReceiptStages, name: string, says: string];

const STAGES: readonly Stage[] = [
  ['createdAt', 'created', 'by the sender’s clock'],
  ['sentAt', 'sent', 'by the sender’s clock'],
  ['effectiveAt', 'effective', 'created, corrected for the sender’s clock'],
  ['receivedAt', 'received', 'by the door'],
  ['appendedAt', 'appended', 'to the log'],
  ['decidedAt', 'decided', 'by a worker'],
  ['committedAt', 'committed', 'with all its effects'],
  ['pushedAt', 'pushed', 'to a socket of its team or source'],
  ['acknowledgedAt', 'acknowledged', 'by the player’s device'],
];

const BY_SENDER: ReadonlySet<keyof ReceiptStages> = new Set(['createdAt', 'sentAt']);

export function receiptSteps(stages: ReceiptStages): readonly ReceiptStep[] {
  let before: { readonly key: keyof ReceiptStages; readonly atMs: number } | undefined;
  return STAGES.map(([key, name, says]) => {
    const atMs = stages[key];
    if (atMs === undefined) return { name, says, atMs, tookMs: undefined };
    const isComparable = before !== undefined && BY_SENDER.has(before.key) === BY_SENDER.has(key);
    const tookMs = isComparable && before ? Math.max(0, atMs - before.atMs) : undefined;
    before = { key, atMs };
    return { name, says, atMs, tookMs };
  });
}

/** Milliseconds from the door to the last stage that is known; undefined without the door's. */
export function wholeWayMs({ receivedAt, ...stages }: ReceiptStages): number | undefined {
  if (receivedAt === undefined) return undefined;
  const { acknowledgedAt, pushedAt, committedAt } = stages;
  return Math.max(0, (acknowledgedAt ?? pushedAt ?? committedAt) - receivedAt);
}
