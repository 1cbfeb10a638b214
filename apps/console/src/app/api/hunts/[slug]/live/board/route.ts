/** The board of an instant. */
import { forViewer, queryOf } from '../../../../../../server/answers';
import { readTimeline, TimelineQuery } from '../../../../../../server/reads/liveHunt/timeline';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  context: { readonly params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  return forViewer(() => readTimeline(slug, queryOf(request, TimelineQuery)))(request);
}
