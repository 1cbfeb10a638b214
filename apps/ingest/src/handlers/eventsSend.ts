/** `events:send`: a packet of events, answered when it stands on the log. */
import type { SendReply } from '@trove/contracts';
import { readFrame, textOfFrame } from '../door/frames/readFrame.js';
import type { Message } from './registerPlay.js';

export async function eventsSend({ app, sender }: Message, input: unknown): Promise<SendReply> {
  const receivedAtUs = app.clock.nowUs();
  if (!Buffer.isBuffer(input)) {
    return await app.door.take({ value: input, transport: 'socket', receivedAtUs }, sender);
  }
  const frame = readFrame(input);
  if (frame.ok) {
    return await app.door.take({ value: frame.value, transport: 'socket', receivedAtUs }, sender);
  }
  const refused = { claims: sender.claims, error: frame.error, transport: 'socket' } as const;
  return await app.door.refuseOriginal(textOfFrame(input), refused);
}
