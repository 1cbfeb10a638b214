/** Walks one partition's `out`: backwards from now, inside a span of time, or for one id. */
import { OutBlob } from '../codec/outBlob.js';
import type { TroveRedis } from '../connectRedis.js';
import type { PartitionKeys } from '../keys.js';

export interface OutEntry {
  /** `<position of the next undecided event>-0`. */
  readonly id: string;
  readonly committedAtUs: number;
  readonly blob: OutBlob;
  /** The entry's bytes, for searching. */
  readonly bytes: Buffer;
}

const PAGE = 16;
const SEARCH_PAGE = 64;
/** A search beside an id's own time: pages grow from the first, and it ends after so many bytes. */
const NEAR_PAGE = 8;
const NEAR_BYTES = 16 * 1024 * 1024;

/** As Redis answers it: its id, then names and values. */
export type OutRow = readonly [Buffer, readonly Buffer[]];

/** Throws on a row that can't be read. */
export function toOutEntry(row: OutRow): OutEntry {
  const [id, [, , , bytes]] = row;
  if (bytes === undefined) throw new Error('out entry without o');
  return {
    id: id.toString('latin1'),
    committedAtUs: committedAtUsOf(row),
    blob: new OutBlob(bytes),
    bytes,
  };
}

function committedAtUsOf([, [, micros]]: OutRow): number {
  if (micros === undefined) throw new Error('out entry without t');
  return Number(micros.toString('latin1'));
}

export class OutReader {
  constructor(
    readonly redis: TroveRedis,
    readonly partition: number,
    readonly keys: PartitionKeys,
  ) {}

  /**
   * From new to old, down to the oldest: whoever walks stops where it has seen enough. A row that
   * can't be read is told and left out; it ends the walk of whoever does not want to be told.
   */
  async *backwards(from = '+', onUnreadable?: () => void): AsyncGenerator<OutEntry> {
    let before = from;
    for (;;) {
      const rows = await this.redis.xrevrangeBuffer(this.keys.out, before, '-', 'COUNT', PAGE);
      for (const row of rows) {
        const entry = onUnreadable === undefined ? toOutEntry(row) : readable(row, onUnreadable);
        if (entry !== undefined) yield entry;
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      before = `(${last[0].toString('latin1')}`;
    }
  }

  async *between(
    fromMs: number,
    toMs: number,
    onUnreadable?: () => void,
  ): AsyncGenerator<OutEntry> {
    const end = await this.firstAfter(toMs * 1000);
    for await (const entry of this.backwards(end === undefined ? '+' : `(${end}`, onUnreadable)) {
      if (entry.committedAtUs < fromMs * 1000) return;
      yield entry;
    }
  }

  /** Rows whose event has this id (16 bytes), newest first. */
  async holding(id: Buffer): Promise<{ out: OutEntry; index: number }[]> {
    const found: { out: OutEntry; index: number }[] = [];
    let before = '+';
    for (;;) {
      const rows = await this.redis.xrevrangeBuffer(
        this.keys.out,
        before,
        '-',
        'COUNT',
        SEARCH_PAGE,
      );
      for (const row of rows) {
        if (row[1][3]?.includes(id) === true) found.push(...matching(toOutEntry(row), id));
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < SEARCH_PAGE) return found;
      before = `(${last[0].toString('latin1')}`;
    }
  }

  /**
   * The first row of this id (16 bytes) among the commits after a moment; what lies more than
   * `NEAR_BYTES` behind it is not looked for.
   */
  async near(id: Buffer, fromMs: number): Promise<{ out: OutEntry; index: number } | undefined> {
    let from = await this.firstAfter(fromMs * 1000);
    let page = NEAR_PAGE;
    for (let bytes = 0; from !== undefined && bytes < NEAR_BYTES; page *= 2) {
      const rows = await this.redis.xrangeBuffer(this.keys.out, from, '+', 'COUNT', page);
      for (const row of rows) {
        bytes += row[1][3]?.length ?? 0;
        if (row[1][3]?.includes(id) !== true) continue;
        // Matches come from the last row to the first: the first is what counts.
        const found = [...matching(toOutEntry(row), id)].at(-1);
        if (found !== undefined) return found;
      }
      const last = rows.at(-1);
      from = last === undefined || rows.length < page ? undefined : `(${last[0].toString()}`;
    }
    return undefined;
  }

  /** Id of the first entry committed after a moment; positions and times grow together. */
  private async firstAfter(micros: number): Promise<string | undefined> {
    const [oldest, newest] = await Promise.all([
      this.redis.xrangeBuffer(this.keys.out, '-', '+', 'COUNT', 1),
      this.redis.xrevrangeBuffer(this.keys.out, '+', '-', 'COUNT', 1),
    ]);
    if (oldest[0] === undefined || newest[0] === undefined) return undefined;
    if (committedAtUsOf(newest[0]) <= micros) return undefined;
    let low = positionOf(oldest[0]);
    let high = positionOf(newest[0]);
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const rows = await this.redis.xrangeBuffer(this.keys.out, `${middle}-0`, '+', 'COUNT', 1);
      const at = rows[0];
      if (at === undefined) break;
      if (committedAtUsOf(at) > micros) high = middle;
      else low = positionOf(at) + 1;
    }
    const rows = await this.redis.xrangeBuffer(this.keys.out, `${high}-0`, '+', 'COUNT', 1);
    return rows[0]?.[0].toString('latin1');
  }
}

function positionOf([id]: OutRow): number {
  return Number.parseInt(id.toString('latin1'), 10);
}

function readable(row: OutRow, onUnreadable: () => void): OutEntry | undefined {
  try {
    return toOutEntry(row);
  } catch {
    onUnreadable();
    return undefined;
  }
}

function* matching(out: OutEntry, id: Buffer): Generator<{ out: OutEntry; index: number }> {
  const wanted = id.toString('latin1');
  for (let index = out.blob.count - 1; index >= 0; index -= 1) {
    if (out.blob.idBytesOf(index) === wanted) yield { out, index };
  }
}
