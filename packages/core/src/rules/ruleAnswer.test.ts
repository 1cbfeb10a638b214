import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER, falseClause, NO_ANSWERS, readAnswers, withAnswer } from './ruleAnswer.js';

const textOf = (answers: readonly number[]) => answers.reduce(withAnswer, NO_ANSWERS).text;

describe('the answers of rules', () => {
  it('RC1 are one printable ASCII character a rule, and are read back', () => {
    const kinds = Object.values(ANSWER);
    const answer = fc.oneof(fc.constantFrom(...kinds), fc.nat(73).map(falseClause));
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 200 }), (answers) => {
        const text = textOf(answers);
        expect(text).toMatch(/^[0-~]*$/);
        expect(text).toHaveLength(answers.length);
        const read = readAnswers(text)?.map((one) =>
          one.is === 'false' ? falseClause(one.clause) : ANSWER[one.is],
        );
        expect(read).toEqual(answers);
      }),
    );
  });

  it('RC1 tell 74 clauses apart, and count those behind as the last of them', () => {
    expect(readAnswers(textOf([falseClause(73)]))).toEqual([{ is: 'false', clause: 73 }]);
    expect(falseClause(74)).toBe(falseClause(73));
  });

  it('RC1 that are none of ours are not read as if they were', () => {
    expect(readAnswers('0 0')).toBeUndefined();
    expect(readAnswers('é')).toBeUndefined();
  });
});
