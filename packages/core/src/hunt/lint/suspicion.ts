/** A suspicion before it has a line: nothing that keeps a hunt from being played. */
import type { HuntFault } from '../huntFault.js';

export interface Suspicion extends HuntFault {
  readonly rule: string;
  /** What to do, in one sentence. */
  readonly mend: string;
  /** The same as a change of what is written at the place, where that is mechanical. */
  readonly replace?: Replacement;
}

export interface Replacement {
  readonly written: string;
  readonly by: string;
}
