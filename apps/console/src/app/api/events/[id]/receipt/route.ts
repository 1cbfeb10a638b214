/** The receipt of one event; of several with one id the first, or the one at a position. */
import { forViewer, queryOf } from '../../../../../server/answers';
import { ReceiptQuery, readReceipt } from '../../../../../server/reads/receipts';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ id: string }>((request, _, { id }) =>
  readReceipt(id, queryOf(request, ReceiptQuery)),
);
