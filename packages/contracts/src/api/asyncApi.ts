/**
 * The AsyncAPI 3.0 document of `/play`, derived from the table of messages. It speaks as the door
 * does: it receives what clients send, and sends what it pushes. Socket.IO's acknowledgements are
 * its replies.
 */
import type { z } from 'zod';
import { EVENT_TYPES } from '../events.js';
import { WIRE_LIMITS } from '../limits.js';
import { PlayAuth } from '../play.js';
import { CLIENT_MESSAGES, type MessageContract, SERVER_MESSAGES } from '../playMessages.js';
import type { JsonSchema } from '../schemas.js';
import { Components, pascal } from './components.js';
import { exampleOf } from './examples.js';

const CHANNEL = '#/channels/play';
const JSON_TYPE = 'application/json';

/** What a document may hold, as far as readers of it need to know. */
export interface AsyncApiDocument {
  readonly asyncapi: string;
  readonly operations: Readonly<Record<string, { readonly action: string }>>;
  readonly [field: string]: unknown;
}

interface Message {
  readonly schema: z.ZodType;
  readonly summary?: string;
  readonly examples?: readonly object[];
}

export function asyncApiDocument(): AsyncApiDocument {
  const components = new Components('draft-7');
  const messages: Record<string, object> = {};
  const operations: Record<string, { action: string }> = {};
  const put = (key: string, name: string, message: Message) => {
    const { schema, ...said } = message;
    messages[key] = { name, contentType: JSON_TYPE, payload: components.ref(key, schema), ...said };
    return { $ref: `${CHANNEL}/messages/${key}` };
  };
  for (const [name, contract] of Object.entries<MessageContract>(CLIENT_MESSAGES)) {
    const { summary, payload, reply } = contract;
    const examples = [{ payload: exampleOf(name) }];
    const asked = put(`${pascal(name)}Payload`, name, { schema: payload, summary, examples });
    const answered = put(`${pascal(name)}Reply`, `${name} (answer)`, { schema: reply });
    operations[pascal(name)] = {
      action: 'receive',
      ...{ channel: { $ref: CHANNEL }, title: name, summary, messages: [asked] },
      ...{ reply: { channel: { $ref: CHANNEL }, messages: [answered] } },
      ...bindingOf(contract),
    };
  }
  for (const [name, { summary, payload }] of Object.entries(SERVER_MESSAGES)) {
    const pushed = put(`${pascal(name)}Push`, name, { schema: payload, summary });
    operations[`${pascal(name)}Pushed`] = {
      action: 'send',
      ...{ channel: { $ref: CHANNEL }, title: name, summary, messages: [pushed] },
    };
  }
  const auth = components.ref('PlayAuth', PlayAuth);
  const document = {
    asyncapi: '3.0.0',
    info: INFO,
    defaultContentType: JSON_TYPE,
    servers: { door: SERVER },
    channels: { play: channelOf(auth, messages) },
    operations,
  };
  return { ...document, components: { schemas: components.usedBy(document) } };
}

const INFO = {
  title: 'Trove, the socket API',
  version: '1.0.0',
  description: [
    'Socket.IO 4 over websockets, namespace `/play`. Every message is acknowledged with',
    '`{ok: true, serverTime, …}` or `{ok: false, serverTime, error}`. `events:send` may also come',
    'as msgpack in one binary attachment, with or without the records of msgpackr.',
    `A frame has at most ${WIRE_LIMITS.frameBytes} bytes. Event types:`,
    `${EVENT_TYPES.map((type) => `\`${type}\``).join(', ')}, and those a hunt adds.`,
  ].join(' '),
  license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
};

const SERVER = {
  host: 'localhost:4000',
  protocol: 'ws',
  pathname: '/socket.io/',
  description: 'A door of an installation; Socket.IO’s own path, the namespace comes after it.',
};

function channelOf(auth: JsonSchema, messages: Record<string, object>) {
  return {
    address: '/play',
    title: 'Players and sources',
    description: 'The handshake’s `auth` carries the token, and where results were seen last.',
    messages,
    servers: [{ $ref: '#/servers/door' }],
    'x-handshake-auth': auth,
  };
}

function bindingOf({ isPackable }: MessageContract) {
  return isPackable === true ? { 'x-binary': 'msgpack' } : {};
}
