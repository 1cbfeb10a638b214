/** The colours of CEL: enough to tell names, texts, numbers and words apart. */
import { HighlightStyle, StreamLanguage, type StreamParser } from '@codemirror/language';
import { tags } from '@lezer/highlight';

const WORDS = new Set(['true', 'false', 'in', 'null']);

const parser: StreamParser<null> = {
  name: 'cel',
  startState: () => null,
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match(/^\/\/.*/)) return 'comment';
    if (stream.match(/^(?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)/)) return 'string';
    if (stream.match(/^\d[\w.]*/)) return 'number';
    if (stream.match(/^[A-Za-z_]\w*/)) {
      if (WORDS.has(stream.current())) return 'keyword';
      return stream.peek() === '(' ? 'function' : 'variableName';
    }
    stream.next();
    return 'operator';
  },
  languageData: { closeBrackets: { brackets: ['(', '[', "'", '"'] } },
  tokenTable: { function: tags.function(tags.variableName) },
};

export const celLanguage = StreamLanguage.define(parser);

export const CEL_COLOURS = HighlightStyle.define([
  { tag: tags.string, color: 'var(--good)' },
  { tag: tags.number, color: 'var(--tint-2)' },
  { tag: tags.keyword, color: 'var(--accent)' },
  { tag: tags.function(tags.variableName), color: 'var(--tint-1)' },
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
  { tag: tags.operator, color: 'var(--muted)' },
]);
