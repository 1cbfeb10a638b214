/** The bounds are inclusive, and tests have more room than code. */
import { describe, expect, it } from 'vitest';
import { fileLength, lineLength, portBreadth } from './sizes.js';

const lines = (count: number) => 'a\n'.repeat(count);

describe('sizes', () => {
  it('bounds the length of a file', () => {
    expect(fileLength.check([{ path: 'apps/a/src/a.ts', text: lines(300) }])).toEqual([]);
    expect(fileLength.check([{ path: 'apps/a/src/a.ts', text: lines(301) }])).toHaveLength(1);
    expect(fileLength.check([{ path: 'apps/a/src/a.test.ts', text: lines(400) }])).toEqual([]);
    expect(fileLength.check([{ path: 'apps/a/src/a.test.ts', text: lines(401) }])).toHaveLength(1);
  });

  it('bounds the length of a line and names it', () => {
    const text = `ok\n${'x'.repeat(101)}`;
    expect(lineLength.check([{ path: 'a.ts', text: 'x'.repeat(100) }])).toEqual([]);
    expect(lineLength.check([{ path: 'a.ts', text }])).toMatchObject([{ line: 2 }]);
  });

  it('bounds the methods of a port', () => {
    const port = (methods: number) => ({
      path: 'packages/core/src/ports/log.ts',
      text: `export interface Log {\n${'  read(at: number): Promise<void>;\n'.repeat(methods)}}\n`,
    });
    expect(portBreadth.check([port(7)])).toEqual([]);
    expect(portBreadth.check([port(8)])).toHaveLength(1);
  });
});
