/**
 * Where a hunt stands at a moment: what operators have said of it and what its file says of its
 * opening times, put together; and which of it may follow which.
 */
import type { HuntPhase, OperationFault } from '@trove/contracts';

/** What a hunt's phase follows from. Times in ms on its clock. */
export interface PhaseState {
  /** As the log has it. */
  readonly phase: HuntPhase;
  /** When an operator let it start, or will; 0 or absent: its file says. */
  readonly startsMs?: number | undefined;
  readonly opensMs?: number | undefined;
  readonly closesMs?: number | undefined;
}

/** When a hunt starts, ms; undefined where neither an operator nor its file has said. */
export function startOf({ startsMs, opensMs }: Pick<PhaseState, 'startsMs' | 'opensMs'>) {
  return startsMs === undefined || startsMs === 0 ? opensMs : startsMs;
}

export function phaseAt(state: PhaseState, nowMs: number): HuntPhase {
  const { phase, closesMs } = state;
  if (phase === 'ended') return phase;
  if (closesMs !== undefined && nowMs >= closesMs) return 'closed';
  const startMs = startOf(state);
  if (phase === 'scheduled') {
    return startMs !== undefined && nowMs >= startMs ? 'live' : 'scheduled';
  }
  return phase === 'live' && startMs !== undefined && nowMs < startMs ? 'scheduled' : phase;
}

/** After `fromMs`, up to and with `toMs`. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * The phase that a hunt has come to in a span by its time alone; undefined when it has not. What an
 * operator starts counts from that moment too, and is told by the log.
 */
export function turnedWithin(state: PhaseState, { fromMs, toMs }: TimeSpan): HuntPhase | undefined {
  const after = phaseAt(state, toMs);
  if (after === phaseAt(state, fromMs)) return undefined;
  const isStartedByHand = state.phase === 'live' && (state.startsMs ?? 0) > 0;
  return after === 'live' && isStartedByHand ? undefined : after;
}

const NEXT: Readonly<Record<HuntPhase, readonly HuntPhase[]>> = {
  scheduled: ['scheduled', 'live', 'ended'],
  live: ['scheduled', 'paused', 'closed', 'ended'],
  paused: ['scheduled', 'live', 'closed', 'ended'],
  closed: ['live', 'ended'],
  ended: [],
};

export interface PhaseWish {
  readonly to: HuntPhase;
  readonly nowMs: number;
  /** Whether a clue of it was solved. */
  readonly hasBegun: boolean;
}

/** Why a hunt can't be given this phase now; undefined when it can, or has it. */
export function phaseFault(state: PhaseState, wish: PhaseWish): OperationFault | undefined {
  const { to, nowMs, hasBegun } = wish;
  const from = phaseAt(state, nowMs);
  if (from === to && to !== 'scheduled') return undefined;
  if (from === 'ended') return 'hunt_over';
  if (to === 'scheduled' && hasBegun) return 'hunt_begun';
  const isClosedByFile = state.closesMs !== undefined && nowMs >= state.closesMs;
  if (isClosedByFile && to !== 'ended') return 'closed_by_file';
  return NEXT[from].includes(to) ? undefined : 'phase_not_next';
}

/** The phases an operator may give a hunt next, none of which would be refused now. */
export function nextPhases(state: PhaseState, at: Omit<PhaseWish, 'to'>): readonly HuntPhase[] {
  const next = NEXT[phaseAt(state, at.nowMs)];
  return next.filter((to) => phaseFault(state, { to, ...at }) === undefined);
}
