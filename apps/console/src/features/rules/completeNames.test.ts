import type { RuleName } from '@trove/core';
import { describe, expect, it } from 'vitest';
import { valuesFor } from './completeNames';
import { diagnosticOf } from './diagnosticOf';

const NAMES: readonly RuleName[] = [
  { name: 'verdict', type: 'string', says: '', isOptional: false, values: ['solved', 'wrong'] },
  { name: 'event.data.code', type: 'string', says: '', isOptional: false },
];
const offered = (before: string) => {
  const found = valuesFor(before, NAMES);
  return found && [found.typed, ...found.options.map(({ label }) => label)];
};

describe('completion of a condition', () => {
  it.each([
    ["verdict == '", ["'", "'solved'", "'wrong'"]],
    ['a && verdict != "so', ['"so', '"solved"', '"wrong"']],
    ["verdict in ['solved', '", ["'", "'solved'", "'wrong'"]],
    ["event.data.code == '", undefined],
    ['verdict == ', undefined],
    ["unknown == '", undefined],
  ])('after %s offers what can stand there', (before, options) => {
    expect(offered(before)).toEqual(options);
  });
});

describe('mistakes of a condition as marks', () => {
  const fault = { start: 11, end: 19, found: 'sovled', allowed: 'solved', message: 'Never so.' };
  const text = "verdict == 'sovled'";

  it('stand where the mistake does, with what was found and what is allowed', () => {
    expect(diagnosticOf(fault, text)).toMatchObject({
      from: 11,
      to: 19,
      severity: 'error',
      message: 'Never so. Found sovled; allowed is solved.',
      actions: [],
    });
  });

  it('offer the mend where there is one', () => {
    const { actions } = diagnosticOf({ ...fault, suggestion: 'solved' }, text);
    expect(actions?.map(({ name }) => name)).toEqual(['Write solved']);
  });

  it('mark the last character when the text ends too early', () => {
    expect(diagnosticOf({ ...fault, start: 19, end: 19 }, text)).toMatchObject({
      from: 18,
      to: 19,
    });
    expect(diagnosticOf({ ...fault, start: 0, end: 0 }, '')).toMatchObject({ from: 0, to: 0 });
  });
});
