/** What is different about the clues of a hunt, a sentence for each field of each. */
import type { Clue, HuntDefinition } from '@trove/contracts';
import { distanceM } from '../../geo/distance.js';
import type { HuntDifference } from './change.js';
import { itemChanges, sayChange, sayItems, sayValue } from './sayItems.js';
import { namesWords, pointsWords, requiresWords, valueWords } from './valueWords.js';

/** Both states of one clue, and the changes of one of its fields. */
interface Changed {
  readonly name: string;
  readonly was: Clue;
  readonly now: Clue;
  readonly changes: readonly HuntDifference[];
}

/** What nothing is said of here is told by its path. */
const SAY: Readonly<Record<string, (changed: Changed) => readonly string[]>> = {
  title: ({ was, now }) => [`"${was.title}" is called "${now.title}" now.`],
  text: ({ name }) => [`The text of ${name} is another.`],
  points: ({ name, was, now }) => [
    `${name} is worth ${pointsWords(now.points)} instead of ${was.points}.`,
  ],
  requires: ({ name, was, now }) => [
    `${name} waits for ${requiresWords(now.requires)} instead of ${requiresWords(was.requires)}.`,
  ],
  locked: ({ name, now }) => [
    now.locked ? `${name} is opened by rules alone.` : `${name} is not locked any more.`,
  ],
  opens: ({ name, was, now }) => [sayValue(`The opening of ${name}`, was.opens, now.opens)],
  closes: ({ name, was, now }) => [sayValue(`The closing of ${name}`, was.closes, now.closes)],
  find: sayFind,
  hints: sayHints,
};

export function sayClues(
  changes: readonly HuntDifference[],
  { before, after }: { readonly before: HuntDefinition; readonly after: HuntDefinition },
): readonly string[] {
  const ofClues = itemChanges(changes, 1);
  const [old, now] = [before, after].map(({ clues }) => new Map(clues.map((one) => [one.id, one])));
  const clueOf = (id: string) => now?.get(id) ?? old?.get(id);
  return [
    ...sayItems(ofClues, {
      ...{ one: 'clue', many: 'clues', nameOf: (id) => clueOf(id)?.title ?? id },
      detailOf: (id) => `worth ${pointsWords(clueOf(id)?.points ?? 0)}`,
    }),
    ...[...ofClues.inside].flatMap(([id, inside]) => {
      const [was, is] = [old?.get(id), now?.get(id)];
      return was === undefined || is === undefined ? [] : sayClue(was, is, inside);
    }),
  ];
}

function sayClue(was: Clue, now: Clue, changes: readonly HuntDifference[]): readonly string[] {
  const byField = new Map<string, HuntDifference[]>();
  for (const change of changes) {
    const field = String(change.steps[2]);
    byField.set(field, [...(byField.get(field) ?? []), change]);
  }
  const name = valueWords(was.title);
  return [...byField].flatMap(([field, ofField]) => {
    const say = Object.hasOwn(SAY, field) ? SAY[field] : undefined;
    return say?.({ name, was, now, changes: ofField }) ?? ofField.map(sayChange);
  });
}

function sayFind({ name, was, now, changes }: Changed): readonly string[] {
  const [old, is] = [was.find, now.find];
  const [kind, other] = [Object.keys(old)[0], Object.keys(is)[0]];
  if (kind !== other) return [`${name} is found by its ${other} instead of its ${kind}.`];
  if ('code' in is) return [`${name} has another code.`];
  if ('place' in old && 'place' in is) return sayPlace({ name, was, now, changes });
  if ('answer' in old && 'answer' in is) {
    const rest = changes.filter(({ steps }) => steps[4] !== 'accept');
    const told = rest.length === changes.length ? [] : sayAnswers(name, old, is);
    return [...told, ...rest.map(sayChange)];
  }
  const rest = changes.filter(({ steps }) => steps[4] !== 'options');
  const told = rest.length === changes.length ? [] : [`The options of ${name} are others.`];
  return [...told, ...rest.map(sayChange)];
}

type AnswerFind = Extract<Clue['find'], { answer: unknown }>;

function sayAnswers(name: string, { answer: was }: AnswerFind, { answer: now }: AnswerFind) {
  const more = now.accept.filter((one) => !was.accept.includes(one));
  const less = was.accept.filter((one) => !now.accept.includes(one));
  const accepts = more.length > 0 ? [`${name} accepts ${namesWords(more)} too.`] : [];
  const refuses = less.length > 0 ? [`${name} does not accept ${namesWords(less)} any more.`] : [];
  const told = [...accepts, ...refuses];
  return told.length > 0 ? told : [`The answers to ${name} stand in another order.`];
}

const ON_THE_MAP: ReadonlySet<unknown> = new Set(['lat', 'lon']);

function sayPlace({ name, was, now, changes }: Changed): readonly string[] {
  const [from, to] = [was.find, now.find];
  if (!('place' in from && 'place' in to)) return changes.map(sayChange);
  const rest = changes.filter(({ steps }) => !ON_THE_MAP.has(steps[4]));
  const apartM = Math.round(distanceM(from.place, to.place));
  const moved = rest.length < changes.length;
  return [
    ...(moved ? [`${name} stands ${apartM} m from where it stood.`] : []),
    ...rest.map((change) => {
      if (change.steps[4] !== 'radiusM') return sayChange(change);
      return `The circle of ${name} has ${to.place.radiusM} m instead of ${from.place.radiusM} m.`;
    }),
  ];
}

function sayHints({ name, changes }: Changed): readonly string[] {
  const ofHints = itemChanges(changes, 3);
  // Without a name on either side the list is told as it is.
  if (changes.some(({ steps }) => steps.length < 4)) return changes.map(sayChange);
  return [
    ...sayItems(ofHints, { one: 'hint', many: 'hints', of: ` of ${name}`, nameOf: String }),
    ...[...ofHints.inside].flatMap(([, inside]) => inside.map(sayChange)),
  ];
}
