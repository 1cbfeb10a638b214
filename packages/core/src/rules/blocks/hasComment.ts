/** Finds comments in a condition: the parser passes over them without a word. */

/** Whether `//` stands anywhere outside quoted texts. */
export function hasComment(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '/' && text[at + 1] === '/') return true;
    if (character === '"' || character === "'") at = endOfText(text, at);
  }
  return false;
}

/** The place of the last quote of the quoted text that begins here; the end where it has none. */
function endOfText(text: string, start: number): number {
  const quote = text[start] as string;
  const end = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
  for (let at = start + end.length; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(end, at)) return at + end.length - 1;
  }
  return text.length;
}
