import { describe, expect, it } from 'vitest';
import { isTransient } from './isTransient.js';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

describe('isTransient', () => {
  it.each(['ECONNREFUSED', 'ETIMEDOUT', '57P01', '08006', '53300', '40001', '55P03', 'P1001'])(
    'takes %s for something that passes',
    (code) => expect(isTransient(withCode(code))).toBe(true),
  );

  it.each(['23505', '22P02', '42P01', 'P2002', 'ENOENT'])('takes %s for a mistake', (code) =>
    expect(isTransient(withCode(code))).toBe(false),
  );

  it('looks into causes and into the attempts of one connection', () => {
    const refused = withCode('ECONNREFUSED');
    expect(isTransient(new Error('outer', { cause: refused }))).toBe(true);
    expect(isTransient(new AggregateError([refused], 'all addresses'))).toBe(true);
  });

  it('knows what pg says without a code', () => {
    expect(isTransient(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isTransient(new Error('timeout exceeded when trying to connect'))).toBe(true);
  });

  it('survives what is no error, and causes that go round in a circle', () => {
    const circle = new Error('a');
    circle.cause = circle;
    for (const odd of [undefined, null, 'text', 7, {}, circle]) {
      expect(isTransient(odd)).toBe(false);
    }
  });
});
