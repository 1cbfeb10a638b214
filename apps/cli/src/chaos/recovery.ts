/** How long a fault kept effects away. Pure. */
import type { Blow } from './faults/fault.js';
import type { OutFact } from './oracle/facts.js';

/** What the blow has to be followed by: each name is a partition or a source of its own. */
interface Lane {
  readonly name: string;
  readonly isOf: (row: OutFact) => boolean;
}

/**
 * Milliseconds from a blow to the first effect after it, of the slowest of those it hit; undefined
 * while one of them has none.
 */
export function recoveryMs(blow: Blow, outs: readonly (readonly OutFact[])[]): number | undefined {
  const after = outs.flat().filter((row) => row.committedAtUs > blow.afterUs);
  const firsts = lanesOf(blow, outs.length).map(({ isOf }) => {
    return after.filter(isOf).reduce((first, row) => Math.min(first, row.committedAtUs), Infinity);
  });
  const slowest = Math.max(...firsts);
  return Number.isFinite(slowest) ? (slowest - blow.fromUs) / 1000 : undefined;
}

function lanesOf({ partitions, sources }: Blow, count: number): Lane[] {
  // A door without clients holds nobody up.
  if (sources !== undefined && sources.length > 0) {
    return sources.map((source) => ({ name: source, isOf: (row) => row.source === source }));
  }
  const hit = partitions ?? Array.from({ length: count }, (_, k) => k);
  return hit.map((k) => ({ name: `p${k}`, isOf: (row) => row.partition === k }));
}
