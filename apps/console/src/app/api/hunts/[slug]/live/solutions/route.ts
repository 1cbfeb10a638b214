/** What is right at each clue, and what its hints say, for those who help teams. */
import { forViewer } from '../../../../../../server/answers';
import { readSolutions } from '../../../../../../server/reads/liveHunt/solutions';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  context: { readonly params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  return forViewer(() => readSolutions(slug), 'operate')(request);
}
