/** What is told of the rules of a draft, for those who write them. */
import { forViewer } from '../../../../../../server/answers';
import { readDraftRules } from '../../../../../../server/drafts/draftRules';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  context: { readonly params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  return forViewer(() => readDraftRules(slug), 'design')(request);
}
