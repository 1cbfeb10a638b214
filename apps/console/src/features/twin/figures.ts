/** What the twin costs and how far it is behind, as figures. */
import type { TwinAnswer } from './answers';

export interface TwinStanding {
  /** Since the live state was looked at for the last run, ms. */
  readonly staleMs: number;
  /** Events of the hunt's partition since then. */
  readonly behind: number;
  /** Of the last run: processor time, events, and microseconds of an event where it had any. */
  readonly cpuMs: number;
  readonly events: number;
  readonly usPerEvent: number | undefined;
  /** Share of one core that its runs take at this interval. */
  readonly coreShare: number;
  readonly divergence: number;
}

/** Undefined before the first run. */
export function standingOf({ runs, both, nowMs }: TwinAnswer): TwinStanding | undefined {
  const [last] = runs;
  if (last === undefined) return undefined;
  const { at, cpuMs, events, divergence, everyS } = last;
  return {
    staleMs: Math.max(0, nowMs - at),
    behind: both === undefined ? 0 : Math.max(0, both.live.position - both.twin.position),
    cpuMs,
    events,
    usPerEvent: events === 0 ? undefined : (cpuMs * 1_000) / events,
    coreShare: cpuMs / (everyS * 1_000),
    divergence,
  };
}

export interface BothRow {
  readonly name: string;
  readonly live: number;
  readonly twin: number;
}

/** One row for each name on either side, the largest live figure first. */
export function bothRows(
  live: Readonly<Record<string, number>>,
  twin: Readonly<Record<string, number>>,
): readonly BothRow[] {
  const names = [...new Set([...Object.keys(live), ...Object.keys(twin)])];
  return names
    .map((name) => ({ name, live: live[name] ?? 0, twin: twin[name] ?? 0 }))
    .sort((a, b) => b.live - a.live || (a.name < b.name ? -1 : 1));
}
