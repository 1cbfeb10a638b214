/** The rendered example must be readable by the schemas it was rendered from. */
import { describe, expect, it } from 'vitest';
import { envExample } from './envExample.js';
import { ENVIRONMENT } from './fragments.js';
import { parseEnv } from './parseEnv.js';

describe('envExample', () => {
  it('explains every variable', () => {
    const lines = envExample(ENVIRONMENT).split('\n');
    for (const name of Object.keys(ENVIRONMENT)) {
      const at = lines.findIndex((line) => line.replace('# ', '').startsWith(`${name}=`));
      expect(lines[at - 1], name).toMatch(/^# .+\.$/);
    }
  });

  it('shows values that parse', () => {
    const values = envExample(ENVIRONMENT).match(/^[A-Z_]+=.+$/gm) ?? [];
    const source = Object.fromEntries(values.map((line) => line.split(/=(.*)/s).slice(0, 2)));
    const parsed = parseEnv(ENVIRONMENT, source);
    expect(parsed.ok ? [] : parsed.mistakes.map((mistake) => mistake.name)).toEqual([
      'BETTER_AUTH_SECRET',
      'TROVE_TOKEN_SECRET',
    ]);
  });
});
