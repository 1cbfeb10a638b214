/** The manifest of the page on which a hunt is looked for. */
import { playManifest } from '../../../server/playManifest';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  return playManifest({ name: 'Treasure hunt', path: '/play' });
}
