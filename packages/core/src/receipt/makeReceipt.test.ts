import { HuntDefinition, Outcome, Verdict } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { askedRules } from './askedRules.js';
import { makeReceipt } from './makeReceipt.js';
import type { ReceiptFacts } from './receiptFacts.js';
import { receiptForPlayer } from './receiptForPlayer.js';
import { whyOutcome } from './whyOutcome.js';

const DEFINITION = HuntDefinition.parse({
  trove: 1,
  slug: 'hunt',
  title: 'Hunt',
  clues: [{ id: 'clock', title: 'Clock', points: 20, find: { code: 'CLOCK' } }],
  rules: [
    { id: 'bonus', on: 'code.scanned.v1', when: 'verdict == "solved"', then: { award: 5 } },
    { id: 'walker', on: 'place.visited.v1', when: 'true', then: { award: 1 } },
    {
      id: 'owl',
      on: 'code.scanned.v1',
      when: 'verdict == "solved" && (team.counters.plates > 2 || clue.id == "clock")',
      then: { counters: [{ name: 'plates', add: 1 }] },
    },
    { id: 'once', on: 'code.scanned.v1', when: 'true', then: { award: 1 }, limit: { perTeam: 1 } },
  ],
});
const RULES = askedRules(DEFINITION, 'code.scanned.v1');

const FACTS: ReceiptFacts = {
  readFrom: 'redis',
  partition: 2,
  epoch: 9,
  position: 41,
  logId: '7-0',
  door: 'door-1',
  eventId: '01900000-0000-7000-8000-000000000001',
  hunt: 'hunt',
  team: 'herons',
  player: 'ada',
  source: '/hunts/hunt/players/ada',
  type: 'code.scanned.v1',
  timeMs: 1_000,
  sentAtMs: 1_001,
  receivedAtUs: 1_002_500,
  appliedAtUs: 1_003_000,
  decidedAtUs: 1_004_000,
  committedAtUs: 1_005_000,
  data: '{"code":"CLOCK"}',
  outcome: 'accepted',
  verdict: 'solved',
  clue: 'clock',
  points: 25,
  score: 65,
  version: 3,
  rules: 'bonus',
  asked: '061',
  extras: '{"messages":["Hoo."]}',
  firstPosition: -1,
  rung: undefined,
  pushedAtUs: 1_006_000,
  isDeliveryKnown: true,
};
const receiptOf = (more: Partial<ReceiptFacts> = {}, rules = RULES) =>
  makeReceipt({ facts: { ...FACTS, ...more }, rules });

describe('a receipt', () => {
  it('RC3 tells of each rule of the type, in the order of the file, what it answered', () => {
    expect(RULES.map(({ id }) => id)).toEqual(['bonus', 'owl', 'once']);
    const { rules, areRulesWhole } = receiptOf();
    expect(areRulesWhole).toBe(true);
    expect(rules.map(({ rule, reply }) => [rule, reply])).toEqual([
      ['bonus', 'fired'],
      ['owl', 'false'],
      ['once', 'team_limit'],
    ]);
    expect(rules[1]).toMatchObject({
      clause: 2,
      text: expect.stringContaining('team.counters.plates > 2 || clue.id == "clock"'),
    });
  });

  it.each([
    ['without the answers', { asked: undefined }, RULES],
    ['without the version', {}, undefined],
    ['with the rules of another version', {}, RULES.slice(1)],
  ])('RC3 tells only what fired %s, and says so', (_, more, rules) => {
    const receipt = makeReceipt({ facts: { ...FACTS, ...more }, rules });
    expect(receipt.areRulesWhole).toBe(false);
    expect(receipt.rules).toEqual([{ rule: 'bonus', reply: 'fired', why: 'Its condition held.' }]);
  });

  it('RC3 has no rule to tell of where none was asked', () => {
    const none = { rules: undefined, asked: undefined, version: 0 };
    const repeat = receiptOf({ ...none, outcome: 'duplicate', verdict: undefined });
    const closed = receiptOf({ ...none, version: 3, verdict: 'closed', clue: undefined });
    const joined = receiptOf({ ...none, version: 3, type: 'player.joined.v1' });
    for (const receipt of [repeat, closed, joined, receiptOf({ ...none, version: 3 }, [])]) {
      expect(receipt).toMatchObject({ rules: [], areRulesWhole: true });
    }
  });

  it('RC5 is made of what is stored, and leaves out what is not known', () => {
    const receipt = receiptOf();
    expect(receipt).toMatchObject({
      id: FACTS.eventId,
      why: 'It solved the clue.',
      points: 25,
      scoreBefore: 40,
      scoreAfter: 65,
      data: { code: 'CLOCK' },
      effects: { messages: ['Hoo.'] },
      stages: { createdAt: 1_000, receivedAt: 1_002.5, committedAt: 1_005, pushedAt: 1_006 },
      provenance: { readFrom: 'redis', partition: 2, position: 41, door: 'door-1' },
    });
    expect(receipt.stages).not.toHaveProperty('acknowledgedAt');
    const { receivedAtUs, data, ...few } = FACTS;
    const ledger = makeReceipt({ facts: { ...few, readFrom: 'ledger', isDeliveryKnown: false } });
    expect(ledger).not.toHaveProperty('data');
    expect(ledger.stages).not.toHaveProperty('receivedAt');
    expect(ledger.isDeliveryKnown).toBe(false);
    expect([receivedAtUs, data]).toEqual([FACTS.receivedAtUs, FACTS.data]);
  });

  it('RC6 of a repeat names the first of its id, and how to ask for it', () => {
    const repeat = receiptOf({ outcome: 'duplicate', verdict: undefined, firstPosition: 7 });
    expect(repeat.first).toEqual({
      position: 7,
      href: `/v1/events/${FACTS.eventId}/receipt?hunt=hunt&position=7`,
    });
    expect(repeat).not.toHaveProperty('scoreAfter');
    expect(receiptOf()).not.toHaveProperty('first');
  });

  it('RC7 tells a player the same of its own event, but for the clauses', () => {
    const receipt = receiptOf();
    const own = receiptForPlayer(receipt, 'ada');
    expect({ ...own, rules: [] }).toEqual({ ...receipt, rules: [] });
    expect(own.rules[1]).toEqual({
      rule: 'owl',
      reply: 'false',
      why: 'Its condition did not hold.',
    });
  });

  it('RC7 tells a player nothing of who a team-mate is and what its device sent', () => {
    const told = receiptForPlayer(receiptOf(), 'bob');
    const text = JSON.stringify(told);
    for (const secret of ['ada', 'CLOCK"', 'plates', '"clause"', '"text"', '"source"']) {
      expect(text).not.toContain(secret);
    }
    expect(told).toMatchObject({ team: 'herons', points: 25, scoreAfter: 65 });
  });

  it('RC5 has a sentence for every outcome and verdict', () => {
    for (const outcome of Outcome.options) {
      for (const verdict of [undefined, ...Verdict.options]) {
        expect(whyOutcome(outcome, verdict)).toMatch(/^[A-Z].*\.$/);
      }
    }
    expect(whyOutcome('accepted', 'wrong')).toBe(
      'The answer was wrong, or the photo was rejected.',
    );
    expect(whyOutcome('replayed', 'wrong')).toContain('The answer was wrong.');
  });
});
