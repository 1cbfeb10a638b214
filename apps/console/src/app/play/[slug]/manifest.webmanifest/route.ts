/** The manifest of one hunt: put on a phone's home screen it has the hunt's name. */
import { playManifest } from '../../../../server/playManifest';
import { readHuntForPlayers } from '../../../../server/reads/huntForPlayers';

export const dynamic = 'force-dynamic';

interface ManifestRoute {
  readonly params: Promise<{ slug: string }>;
}

export async function GET(_request: Request, { params }: ManifestRoute): Promise<Response> {
  const { slug } = await params;
  const { title } = await readHuntForPlayers(slug);
  return playManifest({ name: title, path: `/play/${encodeURIComponent(slug)}` });
}
