/** The versions of one hunt, newest first. */
import { forViewer } from '../../../../../server/answers';
import { readVersions } from '../../../../../server/reads/versions';

export const dynamic = 'force-dynamic';

interface Route {
  readonly params: Promise<{ slug: string }>;
}

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { slug } = await params;
  return await forViewer(() => readVersions(slug), 'design')(request);
}
