/** A socket as the door's proxy asks for one. */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';

const UPGRADE = {
  connection: 'upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

export interface Upgraded {
  /** 101 when the door has taken it. */
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  close(): void;
}

/** Asks for a socket as a client behind the proxy would, and says no more. */
export async function upgrade(door: string, address: string): Promise<Upgraded> {
  const headers = { ...UPGRADE, 'x-forwarded-for': `198.51.100.1, ${address}` };
  const url = `${door}/socket.io/?EIO=4&transport=websocket`;
  const request = get(url, { headers, agent: false });
  const answered = [once(request, 'upgrade'), once(request, 'response')];
  const [reply] = (await Promise.race(answered)) as [IncomingMessage];
  const { statusCode: status = 0, socket } = reply;
  return { status, headers: reply.headers, close: () => socket.destroy() };
}
