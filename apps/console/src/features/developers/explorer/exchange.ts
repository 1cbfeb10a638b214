/** What went to the door and what came back, in the order in which it happened. */

export interface Happened {
  readonly number: number;
  readonly atMs: number;
  readonly what: 'sent' | 'ack' | 'push' | 'state';
  /** The message's name, or what happened to the connection. */
  readonly name: string;
  readonly body?: unknown;
  /** Of an acknowledgement: milliseconds since its message was sent. */
  readonly tookMs?: number;
}

/** The oldest go first; a long look at a hunt has many pushes. */
export const MOST_HAPPENED = 200;

export type Step = Omit<Happened, 'number'> | 'clear';

/** The newest first. */
export function exchange(happened: readonly Happened[], step: Step): readonly Happened[] {
  if (step === 'clear') return [];
  const number = (happened[0]?.number ?? 0) + 1;
  return [{ ...step, number }, ...happened].slice(0, MOST_HAPPENED);
}
