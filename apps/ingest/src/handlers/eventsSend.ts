/** `events:send`: a packet of events, answered when it stands on the log. */
import type { SendReply } from '@trove/contracts';
import type { Message } from './registerPlay.js';

export async function eventsSend({ app, sender }: Message, input: unknown): Promise<SendReply> {
  const packet = { value: input, transport: 'socket', receivedAtUs: app.clock.nowUs() } as const;
  return await app.door.take(packet, sender);
}
