/** What a hunt's author calls the types of values. */
const WORDS: Readonly<Record<string, string>> = {
  object: 'a block of keys',
  array: 'a list',
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

export function wordOfType(expected: string): string {
  return WORDS[expected] ?? expected;
}
