/** What the receipt route answers. */
import type { Receipt, RefusedEvent } from '@trove/contracts';

export type ReceiptAnswer =
  | { readonly kind: 'found'; readonly receipt: Receipt }
  /** By the door; `entry` names its entry on the quarantine screen. */
  | { readonly kind: 'refused'; readonly refused: RefusedEvent; readonly entry: string }
  /**
   * `pending`: in the log and not decided yet; `busy`: the archive has too much to look for;
   * `unsearched`: more of it may hold the event than was looked at.
   */
  | { readonly kind: 'pending' | 'unknown' | 'busy' | 'unsearched' };
