import { expect, it } from 'vitest';
import { refusedText } from './refusedText.js';

it('tells why and when it was refused, and what has become of it', () => {
  const text = refusedText({
    ...({ id: 'x', outcome: 'invalid', why: 'It was not what its type asks for.' } as const),
    ...{ refusedAt: 1_500, code: 'contract', path: 'data.code', detail: 'a text' },
    ...({ source: '/phone', state: 'discarded' } as const),
  });
  for (const line of [
    /^ +path +data\.code$/m,
    /^ +state +discarded$/m,
    /^ +refused +1970-01-01T00:00:01\.500Z$/m,
  ]) {
    expect(text).toMatch(line);
  }
});
