import { Expect } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { EXPECT_WORDS, type ExpectKind, expectKindOf, newExpect } from './expectParts';

describe('what a hunt expects', () => {
  it.each(Object.keys(EXPECT_WORDS) as ExpectKind[])('%s begins sound, and is known', (kind) => {
    const begun = newExpect(kind);
    expect(Expect.safeParse(begun).success).toBe(true);
    expect(expectKindOf(begun)).toBe(kind);
  });

  it.each([undefined, 'text', {}, []])('%j is none', (value) => {
    expect(expectKindOf(value)).toBeUndefined();
  });
});
