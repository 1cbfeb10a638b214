/** The board of one hunt as it stands. */
import { forViewer } from '../../../../../server/answers';
import { readHuntBoard } from '../../../../../server/reads/hunts';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  context: { readonly params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  return forViewer(() => readHuntBoard(slug))(request);
}
