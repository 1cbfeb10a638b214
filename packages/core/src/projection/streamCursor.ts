/** Stream ids and the one line of text a viewer's last position in several streams is kept as. */

/** Below 0 when `a` stands before `b` in its stream. Ids are `<milliseconds>-<sequence>`. */
export function compareStreamIds(a: string, b: string): number {
  const [aMs, aSequence] = partsOf(a);
  const [bMs, bSequence] = partsOf(b);
  return aMs - bMs || aSequence - bSequence;
}

/** One line without spaces, fit for the `id:` of a server-sent event. */
export function writeCursor(cursor: Readonly<Record<string, string>>): string {
  return Object.entries(cursor)
    .map(([stream, id]) => `${encodeURIComponent(stream)}=${id}`)
    .join('&');
}

/** The cursor of such a line; undefined when it is anything else. */
export function readCursor(text: string): Record<string, string> | undefined {
  if (text === '' || text.length > 8_192) return undefined;
  const cursor: Record<string, string> = Object.create(null);
  for (const part of text.split('&')) {
    const match = /^([\w.%~*'()!-]{1,200})=(\d{1,16}-\d{1,16})$/.exec(part);
    if (!match?.[1] || !match[2]) return undefined;
    const stream = decode(match[1]);
    if (stream === undefined) return undefined;
    cursor[stream] = match[2];
  }
  return cursor;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function partsOf(id: string): [number, number] {
  const dash = id.indexOf('-');
  if (dash < 0) return [Number(id) || 0, 0];
  return [Number(id.slice(0, dash)), Number(id.slice(dash + 1))];
}
