/** How the query builder looks and what it calls its parts. */
import type { Classnames, Translations } from 'react-querybuilder';

const BUTTON =
  'inline-flex h-8 items-center rounded-md border border-line bg-panel px-2.5 text-[13px] ' +
  'whitespace-nowrap hover:bg-raised';
const REMOVE = 'h-8 rounded-md px-2 text-muted hover:bg-raised hover:text-ink';
const CHOICE = 'h-8 min-w-0 rounded-md border border-line bg-ground px-2 text-[13px] text-ink';
const SELECT = `${CHOICE} max-w-full`;

export const BUILDER_CLASSES: Partial<Classnames> = {
  ruleGroup: 'flex min-w-0 flex-col gap-2 rounded-md border-l-2 border-line pl-3',
  header: 'flex flex-wrap items-center gap-2',
  body: 'flex min-w-0 flex-col gap-2 empty:hidden',
  rule: 'flex min-w-0 flex-wrap items-start gap-2',
  combinators: SELECT,
  // Names are long: the row keeps room for its question and its value beside them.
  fields: `${CHOICE} w-52`,
  operators: SELECT,
  addRule: BUTTON,
  addGroup: BUTTON,
  removeRule: REMOVE,
  removeGroup: REMOVE,
  notToggle: 'flex items-center gap-1.5 text-[13px]',
};

export const COMBINATORS = [
  { name: 'and', value: 'and', label: 'all of these hold' },
  { name: 'or', value: 'or', label: 'any of these holds' },
];

export const BUILDER_WORDS: Partial<Translations> = {
  fields: { title: 'About' },
  operators: { title: 'Question' },
  combinators: { title: 'How many have to hold' },
  addRule: { label: '+ Condition', title: 'Add a condition' },
  addGroup: { label: '+ Group', title: 'Add a group of conditions' },
  removeRule: { label: '✕', title: 'Take this condition away' },
  removeGroup: { label: '✕', title: 'Take this group away' },
  notToggle: { label: 'not so', title: 'Turn the group round' },
};
