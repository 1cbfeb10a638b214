/**
 * Source text with comments and the contents of strings blanked out, line by line, so that a
 * search for a call does not find a sentence about it. A reader of tokens, not a parser: it errs
 * inside JSX text at most until the end of the line.
 */

const PATTERNS = [
  /\/\*[\s\S]*?\*\//y,
  /\/\/[^\n]*/y,
  /'(?:\\.|[^'\\\n])*'?/y,
  /"(?:\\.|[^"\\\n])*"?/y,
  /`(?:\\[\s\S]|[^`\\])*`?/y,
] as const;

/** A slash after one of these starts a regular expression, not a division. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};>]|return|typeof)\s*$/;
const REGEX = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;

export function codeOf(text: string): string {
  let code = '';
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at, code);
    code += token === undefined ? text.charAt(at) : blank(token);
    at += token?.length ?? 1;
  }
  return code;
}

function tokenAt(text: string, at: number, before: string): string | undefined {
  if (!'\'"`/'.includes(text.charAt(at))) return undefined;
  for (const pattern of PATTERNS) {
    const token = matchAt(pattern, text, at);
    if (token !== undefined) return token;
  }
  return BEFORE_REGEX.test(before.slice(-40)) ? matchAt(REGEX, text, at) : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  const sticky = new RegExp(pattern.source, 'y');
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0];
}

/** Keeps the marks at both ends, `${…}` inside templates and every line break. */
function blank(token: string): string {
  if (!token.startsWith('`')) return token.replace(/[^\n'"]/g, ' ');
  const parts = token.split(/(\$\{[^}]*\})/);
  const blanked = parts.map((part) =>
    part.startsWith('${') ? part : part.replace(/[^\n`]/g, ' '),
  );
  return blanked.join('');
}
