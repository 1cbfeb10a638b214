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
  /** Number of the rule of SPEC.md; without, it is one of shape, H2. */
  readonly rule?: string;
  /** What was probably meant, to stand where `found` does. */
  readonly suggestion?: string;
}

/** Faults of one check, under its rule where they do not name another. */
export function ofRule(rule: string, faults: readonly HuntFault[]): readonly HuntFault[] {
  return faults.map((fault) => ({ rule, ...fault }));
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
  // JSON has no word for what is no number, or no end.
  const isWord = typeof value === 'number' && !Number.isFinite(value);
  const json = isWord ? String(value) : (JSON.stringify(value) ?? String(value));
  const text = typeof value === 'string' ? `"${value}"` : json;
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** The mistake this fault is, at a line and column counted from 1. */
export function mistakeAt(fault: HuntFault, place: { line: number; column: number }): Mistake {
  const { found, allowed, message, rule = 'H2', suggestion } = fault;
  const path = printPath(fault.path);
  const told = { ...place, path, found, allowed, message, rule };
  return suggestion === undefined ? told : { ...told, suggestion };
}
