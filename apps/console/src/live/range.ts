/** Ranges of time chosen by hand: how they stand in the address, and which may be asked for. */
import { LONGEST_RANGE_MS, SHORTEST_RANGE_MS } from '@trove/core/rollup-levels';

export interface Range {
  readonly fromMs: number;
  readonly toMs: number;
}

export const LONGEST_RANGE_DAYS = LONGEST_RANGE_MS / 86_400_000;

/** What is wrong with a range somebody typed; undefined when nothing is. */
export function rangeProblem({ fromMs, toMs }: Range): string | undefined {
  if (Number.isNaN(fromMs) || Number.isNaN(toMs)) return 'Both ends are needed.';
  if (toMs <= fromMs) return 'It must begin before it ends.';
  if (toMs - fromMs < SHORTEST_RANGE_MS) return 'It must be at least a minute long.';
  if (toMs - fromMs > LONGEST_RANGE_MS) return `It can be ${LONGEST_RANGE_DAYS} days long at most.`;
  return undefined;
}

/** ISO 8601's interval in whole seconds: `2026-11-25T20:00:00Z/2026-11-25T21:00:00Z`. */
export function writeRange({ fromMs, toMs }: Range): string {
  return `${isoOf(fromMs)}/${isoOf(toMs)}`;
}

/** The range of such a text; null when it is none, or one that cannot be drawn. */
export function readRange(text: string): Range | null {
  const parts = text.split('/');
  const [fromMs = Number.NaN, toMs = Number.NaN] = parts.map((part) => Date.parse(part));
  const range = { fromMs, toMs };
  if (parts.length !== 2 || !(fromMs >= 0)) return null;
  return rangeProblem(range) === undefined ? range : null;
}

/** The nearest range that can be drawn: long enough to hold points, and not in the future. */
export function fitRange({ fromMs, toMs }: Range, nowMs: number): Range {
  const lengthMs = Math.min(LONGEST_RANGE_MS, Math.max(SHORTEST_RANGE_MS, toMs - fromMs));
  const middleMs = (fromMs + toMs) / 2;
  const endMs = Math.min(nowMs, middleMs + lengthMs / 2);
  return { fromMs: secondOf(endMs - lengthMs), toMs: secondOf(endMs) };
}

/** Half or twice as long around the same middle: `factor` below 1 looks closer. */
export function scaleRange({ fromMs, toMs }: Range, factor: number): Range {
  const middleMs = (fromMs + toMs) / 2;
  const halfMs = ((toMs - fromMs) * factor) / 2;
  return { fromMs: middleMs - halfMs, toMs: middleMs + halfMs };
}

/** Moved by a share of its own length; below 0 towards the past. */
export function shiftRange({ fromMs, toMs }: Range, share: number): Range {
  const byMs = (toMs - fromMs) * share;
  return { fromMs: fromMs + byMs, toMs: toMs + byMs };
}

const secondOf = (ms: number) => Math.round(ms / 1_000) * 1_000;
const isoOf = (ms: number) => new Date(secondOf(ms)).toISOString().replace('.000Z', 'Z');
