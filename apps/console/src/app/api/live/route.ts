/** Live data as server-sent events, resumed after `Last-Event-ID` or `?after=`. */
import { forViewer } from '../../../server/answers';
import { openLiveStream } from '../../../server/live/liveStream';
import { liveTail } from '../../../server/live/tail';

export const dynamic = 'force-dynamic';

export const GET = forViewer(async (request) => {
  const after = new URL(request.url).searchParams.get('after');
  const lastEventId = request.headers.get('last-event-id') ?? after;
  const body = openLiveStream({ tail: liveTail(), lastEventId, signal: request.signal });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Compression would hold messages back until a block is full.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
});
