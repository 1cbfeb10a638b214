/** What is stored of a decided event, wherever it is stored: receipts are made of nothing else. */
import type { DecidedEntryHead, DecidedEvent, ReceiptProvenance } from '@trove/contracts';

type Lost = 'source' | 'receivedAtUs';

/** The ledger keeps neither the event nor its way; what is not known is absent. */
export interface ReceiptFacts
  extends Omit<DecidedEvent, Lost | 'type' | 'sentAtMs' | 'data'>,
    Partial<Pick<DecidedEvent, Lost | 'sentAtMs' | 'data'>>,
    Partial<Omit<DecidedEntryHead, 'committedAtUs'>> {
  readonly type: string;
  readonly committedAtUs: number;
  readonly readFrom: ReceiptProvenance['readFrom'];
  readonly partition: number;
  readonly epoch: number;
  readonly position: number;
  /**
   * Whether an absent push or acknowledgement did not happen; absent or false where notes of its
   * time are no longer kept, or came after what is read was written.
   */
  readonly isDeliveryKnown?: boolean;
}
