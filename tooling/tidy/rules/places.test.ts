/** Names of folders and files, the opening comment, barrels, and what client components import. */
import { describe, expect, it } from 'vitest';
import { clientImports, fileNames, folderNames, noBarrels, openingComment } from './places.js';

const at = (path: string, text = '') => [{ path, text }];

describe('places', () => {
  it('refuses folders without a subject', () => {
    expect(folderNames.check(at('apps/console/src/lib/x.ts'))).toHaveLength(1);
    expect(folderNames.check(at('apps/console/src/library/x.ts'))).toEqual([]);
  });

  it('wants camelCase or PascalCase', () => {
    expect(fileNames.check(at('apps/a/src/my-file.ts'))).toHaveLength(1);
    for (const name of ['myFile.ts', 'Panel.tsx', 'myFile.int.test.ts', 'next.config.ts']) {
      expect(fileNames.check(at(`apps/a/src/${name}`)), name).toEqual([]);
    }
  });

  it('wants a comment at the top, below what tools need there', () => {
    expect(openingComment.check(at('a.ts', 'const a = 1;'))).toHaveLength(1);
    expect(openingComment.check(at('a.ts', '/** Owns a. */\nconst a = 1;'))).toEqual([]);
    expect(openingComment.check(at('a.tsx', "'use client';\n/** Owns a. */\n"))).toEqual([]);
    expect(openingComment.check(at('a.mjs', '#!/usr/bin/env node\n// Owns a.\n'))).toEqual([]);
  });

  it('refuses a barrel unless a package exports it', () => {
    const text = "export * from './a.js';\nexport {\n  b,\n} from './b.js';\n";
    const barrel = { path: 'packages/core/src/hunt/index.ts', text };
    const entry = '{"exports":{"./hunt":{"default":"./dist/hunt/index.js"}}}';
    expect(noBarrels.check([barrel])).toHaveLength(1);
    const withEntry = [barrel, { path: 'packages/core/package.json', text: entry }];
    expect(noBarrels.check(withEntry)).toEqual([]);
  });

  it('keeps server packages out of client components', () => {
    const client = (from: string) => `'use client';\nimport { a } from '${from}';\n`;
    const path = 'apps/console/src/features/overview/Panel.tsx';
    expect(clientImports.check(at(path, client('@trove/streams')))).toHaveLength(1);
    expect(clientImports.check(at(path, client('@trove/core/projection')))).toEqual([]);
  });
});
