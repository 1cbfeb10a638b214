import type { Receipt } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { receiptText } from './receiptText.js';

const RECEIPT: Receipt = {
  id: '01900000-0000-7000-8000-000000000001',
  hunt: 'hunt',
  team: 'herons',
  type: 'code.scanned.v1',
  outcome: 'accepted',
  verdict: 'solved',
  why: 'It solved the clue.',
  clue: 'clock',
  version: 3,
  rules: [
    { rule: 'bonus', reply: 'fired', why: 'Its condition held.' },
    { rule: 'owl', reply: 'false', why: 'Its condition did not hold.', clause: 2, text: 'a > b' },
  ],
  areRulesWhole: true,
  points: 25,
  scoreBefore: 40,
  scoreAfter: 65,
  board: { readAt: 0, rankOfBefore: 7, rankOfAfter: 5 },
  effects: {},
  stages: { createdAt: 0, committedAt: 1_500 },
  isDeliveryKnown: true,
  provenance: { readFrom: 'archive', partition: 2, epoch: 9, position: 41 },
};

describe('a receipt on a terminal', () => {
  it('tells what it did, its way and the rules, and leaves out what is not known', () => {
    const text = receiptText(RECEIPT);
    for (const line of [
      /^ +score +40 → 65$/m,
      /^ +rank now +7 → 5$/m,
      /^ +committed +1970-01-01T00:00:01\.500Z$/m,
      /^ +pushed +–$/m,
      /^ +owl +false +Its condition did not hold\. clause 2: a > b$/m,
      /^ +read from +archive$/m,
    ]) {
      expect(text).toMatch(line);
    }
    expect(text).not.toMatch(/undefined|door|not fired/);
  });

  it('RC4 says when it is not known whether it was pushed and acknowledged', () => {
    const text = receiptText({ ...RECEIPT, isDeliveryKnown: false });
    expect(text).toMatch(/^ +acknowledged +not known$/m);
    expect(text).toMatch(/^ +received +–$/m);
  });

  it('says when the list of rules is not whole', () => {
    expect(receiptText({ ...RECEIPT, rules: [], areRulesWhole: false })).toMatch(/not known/);
  });
});
