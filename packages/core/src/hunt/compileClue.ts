/** Makes a clue of the file into the clue that is played. */
import type { Clue, Hint } from '@trove/contracts';
import { clueValue, SECOND_MS } from './clueValue.js';
import type { CompiledClue, CompiledHint } from './compiledHunt.js';
import { normaliseAnswer } from './normaliseAnswer.js';
import { unlockTest } from './prerequisites.js';

export function timeOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text);
}

export function compileClue(clue: Clue): CompiledClue {
  const { id, title, text, points } = clue;
  return {
    id,
    title,
    text,
    points,
    opensMs: timeOf(clue.opens),
    closesMs: timeOf(clue.closes),
    isUnlocked: clue.locked ? () => false : unlockTest(clue.requires),
    value: clueValue(clue),
    hints: clue.hints.map(compileHint),
    keepsUnlockTime: keepsUnlockTime(clue),
    ...compileFind(clue),
  };
}

type Found = Pick<
  CompiledClue,
  | 'kind'
  | 'fence'
  | 'isOnMap'
  | 'isAnswer'
  | 'options'
  | 'rightOptions'
  | 'shows'
  | 'attempts'
  | 'coolDownMs'
>;

function compileFind({ find }: Clue): Found {
  if ('place' in find) {
    const { lat, lon, radiusM, minShare, maxAccuracyM, maxAgeS, onMap = true } = find.place;
    const fence = { lat, lon, radiusM, minShare, maxAccuracyM, maxAgeS };
    return { kind: 'place', fence, isOnMap: onMap };
  }
  if ('code' in find) return { kind: 'code' };
  if ('answer' in find) {
    const accepted = new Set(find.answer.accept.map(normaliseAnswer));
    const isAnswer = (answer: string) => accepted.has(normaliseAnswer(answer));
    return { kind: 'answer', isAnswer, ...triesOf(find.answer) };
  }
  if ('photo' in find) {
    const { shows } = find.photo;
    return { kind: 'photo', ...(shows === '' ? {} : { shows }), ...triesOf(find.photo) };
  }
  const { options } = find.choice;
  const right = options.filter((option) => option.right);
  return {
    kind: 'choice',
    options: options.map(({ id, text }) => ({ id, text })),
    rightOptions: new Set(right.map(({ id }) => id)),
    ...triesOf(find.choice),
  };
}

function triesOf({ attempts, coolDownS }: { attempts?: number; coolDownS: number }) {
  return { attempts, coolDownMs: coolDownS === 0 ? undefined : coolDownS * SECOND_MS };
}

function compileHint({ id, text, cost, after }: Hint): CompiledHint {
  if (after === undefined) return { id, text, cost };
  const compiled =
    'openedS' in after
      ? ({ since: 'opened', ms: after.openedS * SECOND_MS } as const)
      : ({ since: 'unlocked', ms: after.unlockedS * SECOND_MS } as const);
  return { id, text, cost, after: compiled };
}

function keepsUnlockTime({ timeBonus, hints }: Clue): boolean {
  const isDripping = hints.some(({ after }) => after !== undefined && 'unlockedS' in after);
  return isDripping || timeBonus?.since === 'unlocked';
}
