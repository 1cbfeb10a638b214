/** What codeOf keeps and what it blanks out. */
import { describe, expect, it } from 'vitest';
import { codeOf } from './codeOf.js';

const cases = [
  { title: 'a comment', text: 'a(); // Date.now\nb()', keeps: ['a();', 'b()'] },
  { title: 'a block comment', text: '/* Date.now\n Date.now */ b()', keeps: ['b()'] },
  { title: 'a string', text: "say('Date.now'); b()", keeps: ['say(', 'b()'] },
  { title: 'a string with an escaped mark', text: "say('it\\'s Date.now'); b()", keeps: ['b()'] },
  { title: 'a template, but not what it calls', text: '`Date.now ${b()}`', keeps: ['b()'] },
  { title: 'a regular expression', text: 'x = /Date.now/; b()', keeps: ['x = ', 'b()'] },
  { title: 'an apostrophe in markup', text: "<p>don't Date.now</p>\nb()", keeps: ['b()'] },
];

describe('codeOf', () => {
  it.each(cases)('blanks out $title', ({ text, keeps }) => {
    const code = codeOf(text);
    expect(code).not.toContain('Date.now');
    expect(code.split('\n')).toHaveLength(text.split('\n').length);
    for (const kept of keeps) expect(code).toContain(kept);
  });

  it('keeps divisions and calls', () => {
    expect(codeOf('half = a / b / Date.now()')).toContain('Date.now()');
  });
});
