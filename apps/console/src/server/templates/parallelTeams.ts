/** Three ways that teams take at the same time, so that nobody queues, and a finale for all. */
import { headOf, type TemplateNames } from './template';

const DESCRIPTION = 'Three ways lead through the quarter. Take them in any order; meet at the end.';

interface Way {
  readonly id: string;
  readonly comment: string;
  readonly stations: readonly (readonly [id: string, title: string, code: string])[];
}

const WAYS: readonly Way[] = [
  {
    id: 'river',
    comment: 'The way along the river.',
    stations: [
      ['river-bridge', 'The bridge', 'BRIDGE-5521'],
      ['river-mill', 'The mill', 'MILL-8034'],
      ['river-landing', 'The landing', 'LANDING-1907'],
    ],
  },
  {
    id: 'market',
    comment: 'The way over the market.',
    stations: [
      ['market-scales', 'The scales', 'SCALES-4410'],
      ['market-cellar', 'The cellar', 'CELLAR-7263'],
      ['market-bell', 'The bell', 'BELL-3398'],
    ],
  },
  {
    id: 'garden',
    comment: 'The way through the gardens.',
    stations: [
      ['garden-gate', 'The gate', 'GATE-6115'],
      ['garden-hives', 'The hives', 'HIVES-2840'],
      ['garden-pond', 'The pond', 'POND-9571'],
    ],
  },
];

export function parallelTeams(names: TemplateNames): string {
  return `# Three ways at once: each station opens the next of its way, the three ends the finale.
${headOf(names, DESCRIPTION)}
clues:
  - id: start
    title: The start
    text: Scan the label on the table, then go where it is quiet.
    points: 5
    find: { code: START-1000 }

${WAYS.map(wayText).join('\n')}
  - id: finale
    title: The finale
    text: Three words, one from the end of each way. Say them in the order of the alphabet.
    points: 80
    find: { answer: { accept: ["bell landing pond"], attempts: 10, coolDownS: 30 } }
    requires: { all: [${WAYS.map(({ stations }) => stations.at(-1)?.[0]).join(', ')}] }
    firstFinders: [60, 40, 20]
    hints:
      - { id: words, text: "The words stand on the labels.", cost: 10 }

badges:
${WAYS.map(({ id }) => `  - { id: ${id}, title: "The ${id}" }`).join('\n')}

rules:
${WAYS.map(ruleText).join('\n')}`;
}

const POINTS = [10, 15, 20];

function wayText({ comment, stations }: Way): string {
  const clues = stations.map(([id, title, code], at) => {
    const before = stations[at - 1]?.[0] ?? 'start';
    return `  - id: ${id}
    title: ${title}
    points: ${POINTS[at]}
    find: { code: ${code} }
    requires: { all: [${before}] }
`;
  });
  return `  # ${comment}\n${clues.join('\n')}`;
}

function ruleText({ id, stations }: Way): string {
  return `  - id: ${id}-done
    on: code.scanned.v1
    when: verdict == 'solved' && clue.id == '${stations.at(-1)?.[0]}'
    then: { badge: ${id}, award: 10 }
`;
}
