/** Streams the entries of a filter: a page is read when the browser has taken the one before. */
import { db, logger } from '../connections';
import { repairs } from '../packages';
import { type FilterQuery, filterOf } from './quarantineQueries';

export function exportEntries(query: FilterQuery): Response {
  const pieces = repairs.exportLines(db(), filterOf(query));
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          // The head has left already: the transfer breaks off, so that no part passes as whole.
          logger().warn({ err: error }, 'an export of the quarantine broke off');
          controller.error(error);
        }
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(body, {
    headers: {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': `attachment; filename="quarantine-${fileStamp(Date.now())}.jsonl"`,
      'Cache-Control': 'no-store',
    },
  });
}

/** As 20261126-181502, which every file system takes. */
function fileStamp(ms: number): string {
  const iso = new Date(ms).toISOString();
  return `${iso.slice(0, 10).replaceAll('-', '')}-${iso.slice(11, 19).replaceAll(':', '')}`;
}
