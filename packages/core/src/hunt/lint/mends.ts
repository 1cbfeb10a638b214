/** What to do about a mistake, in one sentence, from what the mistake says of itself. */
import type { Mistake } from '@trove/contracts';

type Mender = (mistake: Mistake) => string;

const MENDERS: Readonly<Record<string, Mender>> = {
  H1: mendFile,
  H2: mendShape,
  H3: ({ found }) => `Give one of the two another name, as "${found}-2".`,
  H4: mendPrerequisite,
  H5: breakCircle,
  H7: () => 'Write an answer with a letter, digit or symbol in it, or take this one out.',
  R9: ({ allowed }) => `Shorten this condition or take rules out: ${allowed}.`,
  Q11: () => 'Divide by something else, or take the division out.',
  T1: ({ found }) => `Give one of the two another name, as "${found} again".`,
  T3: (mistake) => (isRefusal(mistake) ? mendShape(mistake) : nameKnown(mistake)),
};

export function mendOf(mistake: Mistake): string {
  const { found, suggestion, rule = 'H2' } = mistake;
  if (suggestion !== undefined) return `Write ${suggestion} in place of ${found}.`;
  return (MENDERS[rule] ?? writeAllowed)(mistake);
}

function breakCircle({ path, found }: Mistake): string {
  const how = path.endsWith('.locked')
    ? 'let a rule that something else sets off unlock one of these'
    : 'let one of these require another clue';
  return `Break the circle ${found}: ${how}.`;
}

function nameKnown({ allowed, found }: Mistake): string {
  return `Name one that is there (${allowed}) in place of ${found}.`;
}

/** Data of an event that its contract refuses, not a name that is not there. */
function isRefusal({ message }: Mistake): boolean {
  return message.startsWith('The door would refuse');
}

function mendFile({ path, allowed }: Mistake): string {
  if (allowed === 'each key once') return 'Take one of the two out, or give it another name.';
  return `Bring ${path === '' ? 'the file' : path} to ${allowed}.`;
}

const BOUND = /^at (least|most) /;
/** Several words, of which one is to be chosen. */
const LIST = /^\S+(, \S+)+$/;

function writeAllowed({ allowed, found }: Mistake): string {
  if (found === 'more') return `Make it simpler: at most ${allowed}.`;
  if (allowed.startsWith('a rule with')) return `Add ${allowed}, or take "locked" out.`;
  if (BOUND.test(allowed)) return `Make it ${allowed}; it is ${found}.`;
  if (LIST.test(allowed)) return `Write one of these in place of ${found}: ${allowed}.`;
  return `Write ${allowed} in place of ${found}.`;
}

function mendShape({ path, found, allowed, message }: Mistake): string {
  const [, key] = /(?:^|\.)([^.[]+)(?:\[\d+\])*$/.exec(path) ?? [];
  if (found === 'nothing' && path === '') return `Write a hunt: ${allowed}.`;
  if (found === 'nothing') return `Add ${key ?? 'what is missing'}: ${allowed}.`;
  if (message.startsWith('There is no')) return `Take ${found} out; here may stand ${allowed}.`;
  return writeAllowed({ path, found, allowed, message, line: 1, column: 1 });
}

function mendPrerequisite(mistake: Mistake): string {
  const { found, allowed } = mistake;
  if (allowed === 'each clue once') return `Take the second "${found}" out.`;
  if (allowed.startsWith('at most')) return `Ask for ${allowed}.`;
  return `Take "${found}" out of the list, or add a clue with this id.`;
}
