/**
 * Drives the YAML library's lexer, parser and composer token by token, so that hostile nesting is
 * stopped while it is still flat. The library recurses: a deep file exhausts the stack, and a
 * stack exhausted inside a regular expression ends the whole process, with nothing to catch.
 */
import { Composer, CST, type Document, Lexer, type LineCounter, Parser } from 'yaml';
import { clueOfToken } from './clueOfToken.js';
import { HUNT_FILE_LIMITS } from './limits.js';

export type YamlBound = 'depth' | 'aliases' | 'tokens' | 'length';

export type YamlComposition =
  | { readonly ok: true; readonly documents: readonly Document[] }
  | YamlStop;

/** Where a text broke a bound. */
export interface YamlStop {
  readonly ok: false;
  readonly offset: number;
  readonly bound: YamlBound;
  /** Number of the clue it broke off in, counted from 1. */
  readonly clue: number | undefined;
}

/** Tokens that can follow each other on one line and make the lexer recurse. */
const INDICATORS = new Set<string | null>([
  ...['seq-item-ind', 'explicit-key-ind', 'map-value-ind', 'anchor', 'tag', 'space'],
]);

const OPTIONS = {
  // Keys are checked in `duplicateKeys`, in one pass: the library compares every two of them.
  uniqueKeys: false,
  prettyErrors: false,
  version: '1.2',
  logLevel: 'silent',
} as const;

/** Composes the documents of a text, or says which bound it broke and where. */
export function composeYaml(text: string, lines: LineCounter): YamlComposition {
  const lexer = new Lexer();
  const parser = new Parser(lines.addNewLine);
  const composer = new Composer({ ...OPTIONS, lineCounter: lines });
  const documents: Document[] = [];
  const watch = watchTokens();
  lines.addNewLine(0);
  let errors = 0;
  const compose = (tokens: Iterable<CST.Token>) => {
    for (const token of tokens) {
      if (token.type === 'error' || token.type === 'directive') errors += 1;
      documents.push(...composer.next(token));
    }
  };
  for (const lexeme of lexer.lex(text)) {
    compose(parser.next(lexeme));
    const bound = watch(lexeme, parser.stack.length);
    if (bound !== undefined) {
      return { ok: false, offset: parser.offset, bound, clue: clueOfToken(parser.stack) };
    }
    // Nothing more is learned from a text that is no YAML, has a crowd of directives, or holds a
    // second document.
    if (errors >= HUNT_FILE_LIMITS.mistakes || documents.length > 1) break;
  }
  compose(parser.end());
  documents.push(...composer.end(true, parser.offset));
  return { ok: true, documents };
}

/** Counts what the bounds are about; answers the bound a token breaks. */
function watchTokens(): (lexeme: string, depth: number) => YamlBound | undefined {
  let tokens = 0;
  let aliases = 0;
  let indicators = 0;
  return (lexeme, depth) => {
    const type = CST.tokenType(lexeme);
    tokens += 1;
    if (tokens > HUNT_FILE_LIMITS.tokens) return 'tokens';
    if (lexeme.length > HUNT_FILE_LIMITS.tokenLength) return 'length';
    if (type === 'alias') aliases += 1;
    indicators = INDICATORS.has(type) ? indicators + 1 : 0;
    if (aliases > HUNT_FILE_LIMITS.aliases) return 'aliases';
    const isDeep = Math.max(depth, indicators) > HUNT_FILE_LIMITS.openTokens;
    return isDeep ? 'depth' : undefined;
  };
}
