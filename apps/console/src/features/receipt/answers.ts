/** What the receipt route answers. */
import type { Receipt } from '@trove/contracts';

export type ReceiptAnswer =
  | { readonly kind: 'found'; readonly receipt: Receipt }
  /**
   * `pending`: in the log and not decided yet; `busy`: the archive has too much to look for;
   * `unsearched`: more of it may hold the event than was looked at.
   */
  | { readonly kind: 'pending' | 'unknown' | 'busy' | 'unsearched' };
