/** The board of one hunt as it stands, or of one of its divisions. */
import { forViewer, queryOf } from '../../../../../server/answers';
import { BoardQuery, readHuntBoard } from '../../../../../server/reads/hunts';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  context: { readonly params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  return forViewer(() => readHuntBoard(slug, queryOf(request, BoardQuery)))(request);
}
