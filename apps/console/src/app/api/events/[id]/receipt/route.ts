/** The receipt of one event; of several with one id the first, or the one at a position. */
import { forViewer, queryOf } from '../../../../../server/answers';
import { ReceiptQuery, readReceipt } from '../../../../../server/reads/receipts';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  context: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await context.params;
  return forViewer(() => readReceipt(id, queryOf(request, ReceiptQuery)))(request);
}
