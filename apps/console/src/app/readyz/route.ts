/** 200 when Redis and PostgreSQL answer and the schema is there, else 503 and what is wrong. */
import { readiness } from '../../server/health';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const answer = await readiness();
  return Response.json(answer, { status: answer.ready ? 200 : 503 });
}
