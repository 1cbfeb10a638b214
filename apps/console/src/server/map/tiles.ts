/** Serves ranges of the installation's own file of tiles. */
import { open, stat } from 'node:fs/promises';
import { env } from '../../env';
import { byteRange } from './byteRange';

export function hasTiles(): boolean {
  return env().TROVE_MAP_PMTILES !== undefined;
}

/** Undefined where no file is named; rejects where it can't be read. */
export async function readTiles(request: Request): Promise<Response | undefined> {
  const path = env().TROVE_MAP_PMTILES;
  if (path === undefined) return undefined;
  const { size, mtimeMs } = await stat(path);
  const range = byteRange(request.headers.get('range'), size);
  if (!range) {
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } });
  }
  const { first, last } = range;
  const bytes = Buffer.alloc(last - first + 1);
  const file = await open(path);
  try {
    await file.read(bytes, 0, bytes.byteLength, first);
  } finally {
    await file.close();
  }
  const headers = {
    'Content-Type': 'application/octet-stream',
    'Content-Range': `bytes ${first}-${last}/${size}`,
    'Accept-Ranges': 'bytes',
    // Readers of PMTiles begin anew when the file under them becomes another.
    ETag: `"${size}-${mtimeMs}"`,
    'Cache-Control': 'private, max-age=60',
  };
  return new Response(bytes, { status: 206, headers });
}
