/** Reads a body up to a bound; what is larger is let go before it is all here. */

/** Undefined when there is more than `bound` bytes. */
export async function readBounded(
  body: ReadableStream<Uint8Array> | null,
  bound: number,
): Promise<Uint8Array | undefined> {
  if (!body) return new Uint8Array();
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(parts);
    size += value.byteLength;
    if (size > bound) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
}
