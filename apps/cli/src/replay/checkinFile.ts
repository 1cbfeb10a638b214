/**
 * Reads check-ins of the SNAP public format: tab-separated user, UTC time, latitude, longitude
 * and place, without a header, plain or compressed with gzip. Lines that are not so are counted.
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { FailedError } from '../exits.js';

export interface Checkin {
  readonly user: string;
  readonly time: string;
  readonly timeMs: number;
  readonly lat: number;
  readonly lon: number;
  readonly place: string;
  /** The row as it stands in the file. */
  readonly text: string;
}

const GZIP_MAGIC = 0x1f8b;

/** The lines of a text file, unpacked where it is packed. Throws when it cannot be read whole. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const text = (await isPacked(path)) ? file.pipe(createGunzip()) : file;
  const lines = createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY });
  // `pipe` hands on no errors, so a file that cannot be read would look like one that has ended.
  file.once('error', (error) => text.destroy(error));
  try {
    yield* lines;
  } catch (cause) {
    throw new FailedError(`cannot read ${path}`, { cause });
  }
}

async function isPacked(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.readUInt16BE(0) === GZIP_MAGIC;
  } finally {
    await file.close();
  }
}

/** One row; undefined when it is not of the format. */
export function parseCheckin(line: string): Checkin | undefined {
  const [user, time, latText, lonText, place] = line.split('\t');
  if (!user || !time || !latText || !lonText || !place) return undefined;
  const [lat, lon, timeMs] = [Number(latText), Number(lonText), Date.parse(time)];
  if (Number.isNaN(lat) || Number.isNaN(lon) || Number.isNaN(timeMs)) return undefined;
  return { user, time, timeMs, lat, lon, place: place.trim(), text: line };
}

/** The check-ins of a file in its order; `onBadLine` hears of the others. */
export async function* readCheckins(
  path: string,
  onBadLine: (line: string) => void = () => undefined,
): AsyncGenerator<Checkin> {
  for await (const line of readLines(path)) {
    if (line === '') continue;
    const checkin = parseCheckin(line);
    if (checkin === undefined) onBadLine(line);
    else yield checkin;
  }
}
