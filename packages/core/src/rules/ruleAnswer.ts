/**
 * What a rule answered when an event asked it, as one printable ASCII character, so that the
 * answers of all rules of a type are one short text: a name as any other where results are kept.
 */
import { RULE_LIMITS } from './limits.js';

/** Numbers of the answers; a clause's is `CLAUSES` plus its place in the condition, from 0. */
export const ANSWER = {
  fired: 0,
  /** It fired for the team as often as it may. */
  teamLimit: 1,
  /** Its first N teams are found, this one among them or not. */
  firstTaken: 2,
  coolDown: 3,
  /** Its condition gave no value. */
  fault: 4,
} as const;

/** Above it: the first clause that was false. */
const CLAUSES = 5;
/** Clauses that are told apart; one further back counts as the last of them. */
const LAST_CLAUSE = 73;
const FIRST_CHARACTER = 0x30;

const CHARACTERS = Array.from({ length: CLAUSES + LAST_CLAUSE + 1 }, (_, number) =>
  String.fromCharCode(FIRST_CHARACTER + number),
);

/** The number of the answer that this clause, counted from 0, was the first false one. */
export function falseClause(clause: number): number {
  return CLAUSES + Math.min(clause, LAST_CLAUSE);
}

/** The answers of one event so far. Most events of a hunt give one of a few dozen texts. */
export interface AnswersSoFar {
  readonly text: string;
  readonly next: (AnswersSoFar | undefined)[];
}

/** Before the first rule. Texts are made once and found again by walking from here. */
export const NO_ANSWERS: AnswersSoFar = { text: '', next: [] };
let kept = 0;

/** What the answers so far are with one more. */
export function withAnswer(before: AnswersSoFar, answer: number): AnswersSoFar {
  const known = before.next[answer];
  if (known !== undefined) return known;
  const made: AnswersSoFar = { text: before.text + (CHARACTERS[answer] as string), next: [] };
  if (kept < RULE_LIMITS.answersKept) {
    kept += 1;
    before.next[answer] = made;
  }
  return made;
}

export type RuleAnswer =
  | { readonly is: keyof typeof ANSWER }
  /** `clause` counts from 0. */
  | { readonly is: 'false'; readonly clause: number };

const KINDS = Object.keys(ANSWER) as (keyof typeof ANSWER)[];

/** What each character of a kept text stands for; undefined where it is none of ours. */
export function readAnswers(text: string): readonly RuleAnswer[] | undefined {
  const answers: RuleAnswer[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const number = text.charCodeAt(i) - FIRST_CHARACTER;
    if (number < 0 || number >= CHARACTERS.length) return undefined;
    const is = KINDS[number];
    answers.push(is === undefined ? { is: 'false', clause: number - CLAUSES } : { is });
  }
  return answers;
}
