/** Which build answers. */
import { build } from '../../server/health';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  return Response.json(build());
}
