/** The draft of one hunt, as its designers see it. */
import { forViewer } from '../../../../../server/answers';
import { readDraft } from '../../../../../server/drafts/draftView';

export const dynamic = 'force-dynamic';

interface Route {
  readonly params: Promise<{ slug: string }>;
}

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { slug } = await params;
  return await forViewer(() => readDraft(slug), 'design')(request);
}
