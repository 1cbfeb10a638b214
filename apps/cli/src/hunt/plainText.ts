/** What a file holds must not steer a terminal. */
export function plainText(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (character) => (character === '\t' ? ' ' : '·'));
}
