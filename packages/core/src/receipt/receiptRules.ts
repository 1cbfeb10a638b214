/** Puts the kept answers of rules into words, beside the rules that gave them. */
import type { ReceiptRule, RuleReply } from '@trove/contracts';
import { type RuleAnswer, readAnswers } from '../rules/ruleAnswer.js';
import type { AskedRule } from './askedRules.js';

const REPLIES: Readonly<Record<RuleAnswer['is'], RuleReply>> = {
  fired: 'fired',
  false: 'false',
  fault: 'fault',
  teamLimit: 'team_limit',
  firstTaken: 'first_taken',
  coolDown: 'cool_down',
};

const WHY: Readonly<Record<RuleReply, string>> = {
  fired: 'Its condition held.',
  false: 'Its condition did not hold.',
  fault: 'Its condition gave no value, which counts as false.',
  team_limit: 'It had fired for the team as often as it may.',
  first_taken: 'It is for the first teams, and they were found before.',
  cool_down: 'It had fired for the team too short a time before.',
};

export interface RuleAnswers {
  /** Ids of those that fired, joined by commas. */
  readonly fired: string | undefined;
  /** As they are kept with the event; undefined when none was asked, or when nothing kept them. */
  readonly asked: string | undefined;
  /** Undefined when the version that judged is not at hand. */
  readonly rules: readonly AskedRule[] | undefined;
}

export interface ReceiptRules {
  readonly rules: readonly ReceiptRule[];
  readonly areRulesWhole: boolean;
}

/** Without the answers or the rules that gave them, those that fired are all there is to tell. */
export function receiptRules({ fired, asked, rules }: RuleAnswers): ReceiptRules {
  const answers = asked === undefined ? undefined : readAnswers(asked);
  if (answers === undefined || rules?.length !== answers.length) {
    const ids = fired === undefined ? [] : fired.split(',');
    const known = ids.map((rule) => ({ rule, reply: 'fired', why: WHY.fired }) as const);
    return { rules: known, areRulesWhole: false };
  }
  return { rules: rules.map((rule, i) => told(rule, answers[i])), areRulesWhole: true };
}

function told({ id, clauses }: AskedRule, answer: RuleAnswer = { is: 'fault' }): ReceiptRule {
  const reply = REPLIES[answer.is];
  const plain = { rule: id, reply, why: WHY[reply] };
  if (answer.is !== 'false') return plain;
  return { ...plain, clause: answer.clause + 1, text: clauses[answer.clause] };
}
