/**
 * One viewer's server-sent events. It holds a bounded queue: a tab that does not read is let go,
 * and comes back with the id of the last message it has seen. It ends with the request.
 */
import { projection } from '../packages';
import type { LiveTail, Publication } from './liveTail';

/** Messages that wait for a slow tab at most: about half a minute. */
const QUEUE_LIMIT = 64;
/** After this the stream ends and the browser comes back, so that sign-in is asked again. */
const STREAM_AGE_MS = 5 * 60_000;
const RETRY_MS = 1_000;

export interface LiveStreamOptions {
  readonly tail: LiveTail;
  /** As the browser repeats it; anything unknown is answered with everything. */
  readonly lastEventId: string | null;
  readonly signal: AbortSignal;
}

/** The body of the response. */
export function openLiveStream(options: LiveStreamOptions): ReadableStream<Uint8Array> {
  let close = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        close = attach(options, controller);
      },
      cancel() {
        close();
      },
    },
    new CountQueuingStrategy({ highWaterMark: QUEUE_LIMIT }),
  );
}

function attach(
  { tail, lastEventId, signal }: LiveStreamOptions,
  controller: ReadableStreamDefaultController<Uint8Array>,
): () => void {
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    unsubscribe();
    clearTimeout(timer);
    signal.removeEventListener('abort', close);
    closeQuietly(controller);
  };
  const send = (publication: Publication) => {
    if ((controller.desiredSize ?? 0) <= 0) close();
    else controller.enqueue(encodePublication(publication));
  };
  const unsubscribe = tail.subscribe(send, close);
  const timer = setTimeout(close, STREAM_AGE_MS);
  signal.addEventListener('abort', close);
  if (signal.aborted || tail.isStopped) close();
  else {
    controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n`));
    send(tail.opening(lastEventId ? projection.readCursor(lastEventId) : undefined));
  }
  return close;
}

const encoder = new TextEncoder();
const encoded = new WeakMap<Publication, Uint8Array>();

/** Every viewer gets the same bytes, so they are made once. */
function encodePublication(publication: Publication): Uint8Array {
  const known = encoded.get(publication);
  if (known) return known;
  const bytes = encoder.encode(
    `id: ${publication.id}\ndata: ${JSON.stringify(publication.message)}\n\n`,
  );
  encoded.set(publication, bytes);
  return bytes;
}

function closeQuietly(controller: ReadableStreamDefaultController<Uint8Array>): void {
  try {
    controller.close();
  } catch {
    // The reader has gone first; there is nobody left to tell.
  }
}
