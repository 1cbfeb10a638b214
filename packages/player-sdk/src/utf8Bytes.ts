/** Bytes that a text takes on the wire, counted without writing it down. */
export function utf8Bytes(text: string): number {
  const { length } = text;
  let bytes = length;
  for (let at = 0; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    // Either half of a pair is two of its four bytes.
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    bytes += unit < 0x800 || isHalf ? 1 : 2;
  }
  return bytes;
}
