/** How often the rules of a hunt have fired in the last hour. */
import { forViewer } from '../../../../../server/answers';
import { readRulesFired } from '../../../../../server/reads/rulesFired';

export const dynamic = 'force-dynamic';

export async function GET(
  request: Request,
  context: { readonly params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  return forViewer(() => readRulesFired(slug, Date.now()), 'design')(request);
}
