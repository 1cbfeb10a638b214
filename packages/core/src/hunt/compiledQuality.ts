/** What a published hunt asks of its events, ready to be asked per event. */
import type { FairPlay, PlayType, RungMode } from '@trove/contracts';
import type { AskedExpectation } from '../quality/expectations.js';

export interface CompiledQuality {
  /** Event types of which more than the contract is asked, the device's count aside. */
  readonly asks: ReadonlySet<PlayType>;
  readonly id: RungMode;
  readonly device: RungMode;
  readonly state: RungMode;
  readonly fingerprint?: {
    readonly mode: RungMode;
    readonly windowMs: ReadonlyMap<PlayType, number>;
  };
  readonly late?: { readonly afterMs: number; readonly isScored: boolean };
  readonly fairPlay?: FairPlay;
  /** By event type, in the order of the file; a type without any has no entry. */
  readonly expectations: ReadonlyMap<PlayType, readonly AskedExpectation[]>;
}
