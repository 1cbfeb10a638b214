/**
 * How hostile things go out to one door, and how each ended: `answered` with a code of the door's
 * tables, `closed`, `failed` where it is no such code or the server's own fault, or `silent`.
 */
import { io } from 'socket.io-client';
import {
  appendedIn,
  codeOfAnswer,
  codeOfReply,
  isUndocumented,
} from '../packages/testkit/dist/hostile/codedAnswers.js';

/** Each thing waits for its answer no longer than that. */
const ANSWER_MS = 10_000;

/** @typedef {{how: string, code?: string, appended?: number}} Came */

function answered(code, body) {
  const isFault = isUndocumented(code) || code === 'not_ready';
  return { how: isFault ? 'failed' : 'answered', code, appended: appendedIn(body) };
}

/** Does something on a connected socket of its own, and answers how that ended. */
function onSocket({ url, token }, act) {
  const socket = io(`${url}/play`, {
    transports: ['websocket'],
    auth: { token },
    reconnection: false,
    forceNew: true,
  });
  return new Promise((resolve) => {
    const end = (/** @type {Came} */ came) => {
      clearTimeout(timer);
      // First: it is told of its own disconnecting too.
      resolve(came);
      socket.disconnect();
    };
    const timer = setTimeout(end, ANSWER_MS, { how: 'silent' });
    socket.once('connect_error', () => end({ how: 'closed' }));
    socket.once('disconnect', () => end({ how: 'closed' }));
    socket.once('connect', () => act(socket, end));
  });
}

/** Writes text as it is; `answered` when the answer of this number has come. */
function writeOn(socket, text, { number, onAnswer }) {
  const head = `3/play,${number}[`;
  socket.io.engine.on('packet', ({ data }) => {
    if (String(data).startsWith(head)) onAnswer(JSON.parse(String(data).slice(head.length - 1)));
  });
  socket.io.engine.write(text);
}

export function hostileWire(url) {
  return {
    async request(route, { path, ...init }) {
      try {
        const signal = AbortSignal.timeout(ANSWER_MS);
        const reply = await fetch(url + path, { ...init, signal });
        const isJson = reply.headers.get('content-type')?.includes('json') === true;
        const body = isJson ? await reply.json() : undefined;
        return answered(codeOfAnswer(route, { status: reply.status, body }), body);
      } catch (error) {
        return { how: error instanceof DOMException ? 'silent' : 'closed' };
      }
    },
    /** A message with these arguments. */
    say: (token, { name, text }) => {
      return onSocket({ url, token }, (socket, end) => {
        const onAnswer = ([reply]) => end(answered(codeOfReply(name, reply), reply));
        const args = text === '' ? '' : `,${text}`;
        writeOn(socket, `2/play,7["${name}"${args}]`, { number: 7, onAnswer });
      });
    },
    /** Any text; a question behind it shows that the door still reads. */
    write: (token, text) => {
      return onSocket({ url, token }, (socket, end) => {
        const onAnswer = () => end({ how: 'answered', code: 'read' });
        writeOn(socket, text, { number: 424_242, onAnswer });
        socket.io.engine.write('2/play,424242["board:get",{}]');
      });
    },
    /** Bytes in the place of a packet. */
    sendBytes: (token, bytes) => {
      return onSocket({ url, token }, (socket, end) => {
        socket.emit('events:send', Buffer.from(bytes), (reply) => {
          end(answered(codeOfReply('events:send', reply), reply));
        });
      });
    },
  };
}
