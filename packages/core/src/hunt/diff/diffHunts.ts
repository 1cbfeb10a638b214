/**
 * The differences of two versions of a hunt: all of them, field by field over their canonical
 * form, and in sentences for people.
 */
import type { HuntDefinition } from '@trove/contracts';
import { canonicalHunt } from '../canonicalHunt.js';
import type { HuntDifference } from './change.js';
import { diffJson } from './diffJson.js';
import { sayClues } from './sayClues.js';
import { itemChanges, sayChange, sayItems, sayValue } from './sayItems.js';
import { sayRules } from './sayRules.js';

export interface HuntDiff {
  /** Applied in their order to the canonical form of the one they give that of the other. */
  readonly changes: readonly HuntDifference[];
  /** The same in sentences; none only when nothing is different. */
  readonly says: readonly string[];
}

export function diffHunts(before: HuntDefinition, after: HuntDefinition): HuntDiff {
  const changes = diffJson(plainOf(before), plainOf(after));
  return { changes, says: sayHunt(changes, { before, after }) };
}

/** Its canonical form as a value: fields that are not given are not there. */
function plainOf(definition: HuntDefinition): unknown {
  return JSON.parse(canonicalHunt(definition));
}

interface Both {
  readonly before: HuntDefinition;
  readonly after: HuntDefinition;
}

type Say = (changes: readonly HuntDifference[], both: Both) => readonly string[];

const SAY: Readonly<Record<string, Say>> = {
  title: (_, { before, after }) => [
    `The hunt is called "${after.title}" instead of "${before.title}".`,
  ],
  description: () => ['The description of the hunt is another.'],
  opens: (_, { before, after }) => [sayValue('The opening', before.opens, after.opens)],
  closes: (_, { before, after }) => [sayValue('The closing', before.closes, after.closes)],
  joinCode: (_, { after }) => sayCode('join code', after.joinCode),
  playtestCode: (_, { after }) => sayCode('code for playtesters', after.playtestCode),
  clues: sayClues,
  rules: sayRules,
  badges: sayList('badge', 'badges'),
  divisions: sayList('division', 'divisions'),
  eventTypes: sayList('event type', 'event types'),
};

/** Codes are secrets among those who know them. */
function sayCode(what: string, code: string | undefined): readonly string[] {
  return [code === undefined ? `There is no ${what} any more.` : `The ${what} is another.`];
}

function sayList(one: string, many: string): Say {
  return (changes) => {
    const isWhole = changes.some(({ steps }) => steps.length < 2);
    if (isWhole) return changes.map(sayChange);
    const items = itemChanges(changes, 1);
    const inside = [...items.inside.values()].flat();
    return [...sayItems(items, { one, many, nameOf: String }), ...inside.map(sayChange)];
  };
}

/** Section by section, in the order in which they changed. */
function sayHunt(changes: readonly HuntDifference[], both: Both): readonly string[] {
  const sections = new Map<string, HuntDifference[]>();
  for (const change of changes) {
    const section = String(change.steps[0] ?? '');
    sections.set(section, [...(sections.get(section) ?? []), change]);
  }
  return [...sections].flatMap(([section, ofSection]) => {
    const say = Object.hasOwn(SAY, section) ? SAY[section] : undefined;
    return say?.(ofSection, both) ?? ofSection.map(sayChange);
  });
}
