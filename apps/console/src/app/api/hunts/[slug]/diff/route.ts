/** What differs between two versions of a hunt, or between one and the draft. */
import { forViewer, queryOf } from '../../../../../server/answers';
import { DiffQuery, readDiff } from '../../../../../server/reads/versions';

export const dynamic = 'force-dynamic';

interface Route {
  readonly params: Promise<{ slug: string }>;
}

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { slug } = await params;
  const read = (asked: Request) => readDiff(slug, queryOf(asked, DiffQuery));
  return await forViewer(read, 'design')(request);
}
