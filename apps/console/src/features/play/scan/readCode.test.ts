import { expect, it } from 'vitest';
import { readCode } from './readCode';

it('takes a code as it stands on the plate', () => {
  expect(readCode(' PRETZEL-4AM\n', 'harbour')).toEqual({ ok: true, code: 'PRETZEL-4AM' });
});

it('says what else a square may be', () => {
  const says = (text: string) => {
    const read = readCode(text, 'harbour');
    return read.ok ? undefined : read.says;
  };
  expect(says('https://t.example/play/harbour#code=A')).toMatch(/you are in/);
  expect(says('https://t.example/play/castle#code=A')).toMatch(/another hunt/);
  expect(says('https://example.org/menu')).toMatch(/no code/);
  expect(says('two words')).toMatch(/no code/);
});
