/** How a door and its worker are after hostile input: `sound`, or what is wrong with them. */
import { type Api, call, cloudEvent } from './installation.js';

export async function conditionOf({ door, worker, url, token }: Api): Promise<string> {
  if (!door.isRunning || !worker.isRunning) return 'a process has ended';
  const errors = [...door.errors, ...worker.errors];
  if (errors.length > 0) return errors.join('\n');
  const body = JSON.stringify(cloudEvent('CLOCK'));
  const reply = await call(url, 'POST /v1/events', { token, body, prefer: 'wait=9' });
  const [result] = (reply.body['results'] ?? []) as { outcome?: string }[];
  return result?.outcome === 'accepted' ? 'sound' : `answers ${JSON.stringify(reply.body)}`;
}
