/** Prometheus metrics of this process. */
import { registry } from '../../server/health';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const metrics = registry();
  return new Response(await metrics.metrics(), {
    headers: { 'Content-Type': metrics.contentType },
  });
}
