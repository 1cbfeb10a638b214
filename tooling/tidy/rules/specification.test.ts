/** Rules without a test and tests without a rule are both found. */
import { describe, expect, it } from 'vitest';
import { specification } from './specification.js';

const spec = {
  path: 'packages/core/SPEC.md',
  text: '**D1** A repeat counts once. **D2** More.',
};
const test = (title: string) => ({
  path: 'packages/core/src/dedup/ladder.test.ts',
  text: `it('${title}', () => undefined);`,
});

describe('specification', () => {
  it('is content when titles and rules meet', () => {
    expect(specification.check([spec, test('D1, D2: once'), test('UTF8 is no rule')])).toEqual([]);
  });

  it('finds a rule that no test names', () => {
    expect(specification.check([spec, test('D1: once')])).toMatchObject([{ path: spec.path }]);
  });

  it('finds a title that names an unknown rule', () => {
    const found = specification.check([spec, test('D1, D2, D9: once')]);
    expect(found).toMatchObject([{ says: 'SPEC.md has no rule D9' }]);
  });

  it('wants the specification to exist', () => {
    expect(specification.check([])).toHaveLength(1);
  });
});
