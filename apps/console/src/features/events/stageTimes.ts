/** The times one event passed each stage, as steps between them. */
import type { StoredEvent } from '@trove/contracts';

export interface StageStep {
  readonly name: string;
  /** Milliseconds, never below 0. */
  readonly ms: number;
}

/** Door to log, log to decided, decided to committed. Pushing is measured for all, not for one. */
export function stageSteps(event: StoredEvent): readonly StageStep[] {
  return [
    { name: 'door → log', ms: Math.max(0, event.appendedAt - event.receivedAt) },
    { name: 'log → decided', ms: Math.max(0, event.decidedAt - event.appendedAt) },
    { name: 'decided → committed', ms: Math.max(0, event.committedAt - event.decidedAt) },
  ];
}

/** Milliseconds from the door to the commit. */
export function wholeMs(event: StoredEvent): number {
  return Math.max(0, event.committedAt - event.receivedAt);
}
