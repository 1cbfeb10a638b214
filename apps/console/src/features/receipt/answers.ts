/** What the receipt route answers. */
import type { Receipt } from '@trove/contracts';

export type ReceiptAnswer =
  | { readonly kind: 'found'; readonly receipt: Receipt }
  /** `pending`: in the log and not decided yet; `busy`: the archive has too much to look for. */
  | { readonly kind: 'pending' | 'unknown' | 'busy' };
