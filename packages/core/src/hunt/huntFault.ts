/** Mistakes before they have lines: checks know paths, only the YAML reader knows lines. */
import type { Mistake } from '@trove/contracts';

export type HuntPath = readonly (string | number)[];

export interface HuntFault {
  readonly path: HuntPath;
  /** Characters into the text at `path`, for mistakes inside a condition. */
  readonly offset?: number;
  /** The mistake is the last key of `path` itself, not its value. */
  readonly isKey?: boolean;
  readonly found: string;
  readonly allowed: string;
  readonly message: string;
}

/** As `clues[3].points`. */
export function printPath(path: HuntPath): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`,
    )
    .join('');
}

const SHOWN = 80;

/** A found value in one short line. */
export function printFound(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** The mistake this fault is, at a line and column counted from 1. */
export function mistakeAt(fault: HuntFault, place: { line: number; column: number }): Mistake {
  const { found, allowed, message } = fault;
  return { ...place, path: printPath(fault.path), found, allowed, message };
}
