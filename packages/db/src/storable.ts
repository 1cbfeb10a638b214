/**
 * Texts that PostgreSQL takes, whatever they were: it can't hold U+0000, and one row that it
 * refuses would stop a sink for all behind it. U+FFFD says that something unshowable stood there.
 */
export function storable(text: string, maxLength = Number.POSITIVE_INFINITY): string {
  const bounded = text.length > maxLength ? text.slice(0, maxLength) : text;
  return bounded.includes('\0') ? bounded.replaceAll('\0', '\uFFFD') : bounded;
}
