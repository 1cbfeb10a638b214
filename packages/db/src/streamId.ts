/** Ids of Redis stream entries: `<milliseconds>-<sequence>`, two whole numbers. */

export interface StreamIdParts {
  readonly ms: string;
  readonly seq: string;
}

const STREAM_ID = /^(\d{1,18})-(\d{1,18})$/;

/** The id's two numbers as decimal text, which no reader rounds. Throws on anything else. */
export function parseStreamId(id: string): StreamIdParts {
  const [, ms, seq] = STREAM_ID.exec(id) ?? [];
  if (ms === undefined || seq === undefined) throw new RangeError(`no stream id: ${id}`);
  return { ms, seq };
}

/** True when the text is a stream id, so that input from outside can be asked first. */
export function isStreamId(id: string): boolean {
  return STREAM_ID.test(id);
}
