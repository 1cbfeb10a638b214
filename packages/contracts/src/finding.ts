/** What a linter says of a hunt file: a mistake or a suspicion, and how it could be mended. */
import type { Mistake } from './hunt.js';

/** A change of the file's text that would mend a finding. Lines and columns count from 1. */
export interface Edit {
  readonly line: number;
  readonly column: number;
  /** Characters of that line to take away; 0 inserts. */
  readonly length: number;
  readonly replacement: string;
}

export interface Finding extends Mistake {
  /** An error keeps the hunt from being published; a warning is a suspicion. */
  readonly severity: 'error' | 'warning';
  /** The numbered rule of core/SPEC.md, as `H4`. */
  readonly rule: string;
  /** What to do, in one sentence. */
  readonly mend: string;
  /** The same as a change of the text, where that is mechanical. */
  readonly edit?: Edit;
}
