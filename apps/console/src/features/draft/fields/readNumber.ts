/** A number as it is typed: nothing for an empty field, the text itself where it is no number. */
export function readNumber(text: string): number | string | undefined {
  const bare = text.trim().replace(',', '.').replace('−', '-');
  if (bare === '') return undefined;
  const number = Number(bare);
  return Number.isFinite(number) ? number : text;
}
