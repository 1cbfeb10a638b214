/** How long a fault kept effects away. Pure. */
import type { Blow } from './faults/fault.js';
import type { OutFact } from './oracle/facts.js';

type IsOf = (row: OutFact) => boolean;

/**
 * Milliseconds without an effect because of a blow, of the slowest of those it hit; undefined
 * while one of them has none after it.
 */
export function recoveryMs(blow: Blow, outs: readonly (readonly OutFact[])[]): number | undefined {
  const rows = outs.flat();
  const waits = lanesOf(blow, outs.length).map((isOf) => waitUs(blow, rows.filter(isOf)));
  const slowest = Math.max(...waits);
  return Number.isFinite(slowest) ? slowest / 1000 : undefined;
}

/** Infinity where there is no effect after the blow. */
function waitUs({ fromUs, afterUs, lasts }: Blow, rows: readonly OutFact[]): number {
  const times = rows.map(({ committedAtUs }) => committedAtUs).sort((a, b) => a - b);
  const end = times.find((us) => us > afterUs) ?? Infinity;
  if (lasts !== true) return end - fromUs;
  const inside = times.filter((us) => us > fromUs && us <= afterUs);
  const moments = [fromUs, ...inside, end];
  return Math.max(...moments.slice(1).map((us, i) => us - (moments[i] as number)));
}

/** What the blow has to be followed by: an effect on each partition, or of each source. */
function lanesOf({ partitions, sources }: Blow, count: number): IsOf[] {
  // A door without clients holds nobody up.
  if (sources !== undefined && sources.length > 0) {
    return sources.map((source) => (row) => row.source === source);
  }
  const hit = partitions ?? Array.from({ length: count }, (_, k) => k);
  return hit.map((k) => (row) => row.partition === k);
}
