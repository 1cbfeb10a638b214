/** Suspects accepted answers that are the same once normalised. */
import type { Clue, HuntDefinition } from '@trove/contracts';
import { printFound } from '../huntFault.js';
import { normaliseAnswer } from '../normaliseAnswer.js';
import { openAtOnce } from './suspectPlaces.js';
import type { Suspicion } from './suspicion.js';

/** Numbers, letters and words as "yes" are right for many a question. */
const LEAST_LETTERS = 4;

interface Answered {
  readonly clue: Clue;
  readonly path: readonly (string | number)[];
  readonly written: string;
}

export function suspectAnswers(hunt: HuntDefinition): readonly Suspicion[] {
  const firsts = new Map<string, Map<Clue, Answered>>();
  const areAtOnce = openAtOnce(hunt);
  return answersOf(hunt).flatMap((answer) => {
    const key = normaliseAnswer(answer.written);
    const before = firsts.get(key) ?? new Map<Clue, Answered>();
    firsts.set(key, before);
    const own = before.get(answer.clue);
    if (own !== undefined) return [twice(answer, own)];
    const others = [...before.values()];
    before.set(answer.clue, answer);
    if (!isTelling(key)) return [];
    const other = others.find(({ clue }) => areAtOnce(clue, answer.clue));
    return other === undefined ? [] : [alike(answer, other)];
  });
}

function answersOf({ clues }: HuntDefinition): readonly Answered[] {
  return clues.flatMap((clue, index) => {
    if (!('answer' in clue.find)) return [];
    return clue.find.answer.accept.map((written, at) => {
      return { clue, written, path: ['clues', index, 'find', 'answer', 'accept', at] };
    });
  });
}

function isTelling(normalised: string): boolean {
  return normalised.replaceAll(/[^\p{L}]/gu, '').length >= LEAST_LETTERS;
}

function twice({ path, written, clue }: Answered, own: Answered): Suspicion {
  return {
    rule: 'Q7',
    path,
    found: printFound(written),
    allowed: 'answers that differ in more than case, punctuation and white space',
    message: `"${clue.id}" accepts this already, as ${printFound(own.written)}.`,
    mend: 'Take one of the two out.',
  };
}

function alike({ path, written, clue }: Answered, other: Answered): Suspicion {
  return {
    rule: 'Q6',
    path,
    found: printFound(written),
    allowed: 'an answer of its own',
    message: `"${other.clue.id}", open at the same time, accepts this answer too.`,
    mend: `Look whether it was copied: ask "${clue.id}" or "${other.clue.id}" differently.`,
  };
}
