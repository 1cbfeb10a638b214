/** What is different about the rules of a hunt, a sentence for each field of each. */
import type { HuntDefinition, Rule } from '@trove/contracts';
import type { HuntDifference } from './change.js';
import { itemChanges, sayChange, sayItems, sayValue } from './sayItems.js';
import { limitWords, pointsWords, valueWords } from './valueWords.js';

export function sayRules(
  changes: readonly HuntDifference[],
  { before, after }: { readonly before: HuntDefinition; readonly after: HuntDefinition },
): readonly string[] {
  const ofRules = itemChanges(changes, 1);
  const [old, now] = [before, after].map(({ rules }) => new Map(rules.map((one) => [one.id, one])));
  return [
    ...sayItems(ofRules, {
      ...{ one: 'rule', many: 'rules', nameOf: String },
      detailOf: (id) => `on ${now?.get(id)?.on}`,
    }),
    ...[...ofRules.inside].flatMap(([id, inside]) => {
      const [was, is] = [old?.get(id), now?.get(id)];
      if (was === undefined || is === undefined) return [];
      const said = new Set(inside.map((change) => sayRule(was, is, change)));
      return [...said];
    }),
  ];
}

/** The same for several changes of one field. */
function sayRule(was: Rule, now: Rule, change: HuntDifference): string {
  const name = `Rule "${now.id}"`;
  const [, , field, effect] = change.steps;
  switch (field) {
    case 'when':
      return `${name} fires when ${valueWords(now.when)} instead of ${valueWords(was.when)}.`;
    case 'on':
      return `${name} listens to ${now.on} instead of ${was.on}.`;
    case 'limit':
      return `${name} now fires ${limitWords(now.limit)} instead of ${limitWords(was.limit)}.`;
    default:
      return sayEffect({ name, was, now }, effect) ?? sayChange(change);
  }
}

function sayEffect(
  { name, was, now }: { readonly name: string; readonly was: Rule; readonly now: Rule },
  effect: HuntDifference['steps'][number] | undefined,
): string | undefined {
  if (effect === 'award') {
    return `${name} awards ${given(now.then.award)} instead of ${given(was.then.award)}.`;
  }
  if (effect === 'penalise') {
    return `${name} takes ${given(now.then.penalise)} instead of ${given(was.then.penalise)}.`;
  }
  if (effect === 'message')
    return sayValue(`What ${name} says`, was.then.message, now.then.message);
  return undefined;
}

function given(points: number | undefined): string {
  return points === undefined ? 'nothing' : pointsWords(points);
}
