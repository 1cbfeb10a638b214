/**
 * Values nobody means well with, as JSON text, to stand in the place of any field: what parsers,
 * validators, maps and stores have been known to trip over.
 */
export interface Hostile {
  readonly name: string;
  readonly text: string;
}

/** As much as a frame of 256 KB holds, so that the door has to read it … */
const DEEP = 100_000;
const DEEP_OBJECTS = 40_000;
const WIDE = 100_000;
const LONG = 100_000;
/** … and far more than that. */
const MILLION = 1_000_000;

export const HOSTILE_VALUES: readonly Hostile[] = [
  { name: 'a key __proto__', text: '{"__proto__":{"isAdmin":true}}' },
  { name: 'a prototype through constructor', text: '{"constructor":{"prototype":{"polluted":1}}}' },
  { name: 'the same key twice', text: '{"code":"CLOCK","code":"NOPE"}' },
  { name: 'deep arrays', text: '['.repeat(DEEP) + ']'.repeat(DEEP) },
  { name: 'deep objects', text: `${'{"a":'.repeat(DEEP_OBJECTS)}1${'}'.repeat(DEEP_OBJECTS)}` },
  { name: 'objects deeper than a frame', text: `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}` },
  { name: 'a wide array', text: `[${'1,'.repeat(WIDE)}1]` },
  { name: 'an array of a million', text: `[${'1,'.repeat(MILLION)}1]` },
  { name: 'a number beyond doubles', text: '1e309' },
  { name: 'minus zero', text: '-0' },
  { name: 'a whole number beyond 2^53', text: '9007199254740993' },
  { name: 'a number of many digits', text: `1${'0'.repeat(5_000)}` },
  { name: 'the smallest number', text: '5e-324' },
  { name: 'a lone surrogate', text: '"\\ud800"' },
  { name: 'surrogates the wrong way round', text: '"\\udc00\\ud800"' },
  { name: 'NUL', text: '"a\\u0000b"' },
  { name: 'a byte order mark', text: '"\\ufeffCLOCK"' },
  { name: 'a zero-width space', text: '"CLO\\u200bCK"' },
  { name: 'a right-to-left override', text: '"\\u202eKCOLC"' },
  { name: 'a homoglyph', text: '"\\u0421LOCK"' },
  { name: 'what becomes equal under NFKC', text: '"\\uff23\\uff2c\\uff2f\\uff23\\uff2b"' },
  { name: 'a text without end', text: `"${'a'.repeat(LONG)}"` },
  { name: 'a text of a megabyte', text: `"${'a'.repeat(MILLION)}"` },
  { name: 'what a bad expression backtracks on', text: `"${'a'.repeat(5_000)}!"` },
  { name: 'dots and blanks', text: `"${'. '.repeat(5_000)}"` },
  { name: 'a method name', text: '"__defineGetter__"' },
  { name: 'hasOwnProperty', text: '"hasOwnProperty"' },
  { name: 'an object that seems to convert', text: '{"toString":1,"valueOf":1}' },
  { name: 'an object that seems to be a promise', text: '{"then":1}' },
  { name: 'an object that seems to be a buffer', text: '{"type":"Buffer","data":[1,2,3]}' },
  { name: 'a placeholder of attachments', text: '{"_placeholder":true,"num":1000000}' },
  { name: 'null', text: 'null' },
  { name: 'nothing', text: '""' },
  { name: 'false', text: 'false' },
  { name: 'an id of ten years ahead', text: '"02d9a1c0-0000-7abc-8def-0123456789ab"' },
  { name: 'the id of all zeros', text: '"00000000-0000-0000-0000-000000000000"' },
  { name: 'the highest id', text: '"ffffffff-ffff-7fff-bfff-ffffffffffff"' },
  { name: 'the last moment there is', text: '"+275760-09-13T00:00:00.000Z"' },
  { name: 'a time with many digits', text: `"2026-01-01T00:00:00.${'9'.repeat(300)}Z"` },
  { name: 'a key of Redis', text: '"trove:{p0}:log"' },
  { name: 'lines of a protocol', text: '"\\r\\n*1\\r\\n$8\\r\\nFLUSHALL\\r\\n"' },
  { name: 'a quote of SQL', text: '"\'; drop table ledger_entry; --"' },
];
