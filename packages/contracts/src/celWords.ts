/** Words of the condition language that can't be the name of a field: of a counter, or of data. */

const RESERVED = new Set(
  (
    'as break const continue else false for function if import in let loop package namespace ' +
    'null return true var void while'
  ).split(' '),
);

export function isCelWord(name: string): boolean {
  return RESERVED.has(name);
}
