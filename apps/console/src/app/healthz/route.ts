/** The process lives; nothing else is asked. */
export const dynamic = 'force-dynamic';

export function GET(): Response {
  return Response.json({ app: 'console', status: 'ok' });
}
