/** Teams that may need help. */
import { forViewer } from '../../../../../../server/answers';
import { readHelp } from '../../../../../../server/reads/liveHunt/help';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  context: { readonly params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  return forViewer(() => readHelp(slug))(request);
}
