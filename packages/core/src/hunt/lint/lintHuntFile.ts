/**
 * Says all there is to say of a hunt file: its mistakes, and, once there are none, what is
 * suspicious about it. Suspicions are about what a hunt means, and half a hunt means nothing.
 */
import type { Edit, Finding, Fixture, HuntDefinition, Mistake } from '@trove/contracts';
import { mistakeAt } from '../huntFault.js';
import { HUNT_FILE_LIMITS } from '../limits.js';
import { locate } from '../locate.js';
import { readHuntFile } from '../parseHuntFile.js';
import type { YamlFile } from '../readYaml.js';
import { editOf } from './editOf.js';
import { mendOf } from './mends.js';
import { suspectAnswers } from './suspectAnswers.js';
import { suspectCrowds } from './suspectCrowds.js';
import { suspectDedup } from './suspectDedup.js';
import { suspectHunt } from './suspectHunt.js';
import { suspectPlaces } from './suspectPlaces.js';
import { suspectRules } from './suspectRules.js';
import { suspectTimes } from './suspectTimes.js';
import { suspectTypes } from './suspectTypes.js';
import { suspectWalks } from './suspectWalks.js';
import { suspectWays } from './suspectWays.js';
import { suspectWorth } from './suspectWorth.js';
import type { Suspicion } from './suspicion.js';

export interface HuntLint {
  /** In the order of their lines, at most 100. */
  readonly findings: readonly Finding[];
  /** What was cut off or not looked for, a sentence each; empty where everything is said. */
  readonly unsaid: readonly string[];
  /** Absent when there are mistakes. */
  readonly hunt?: { readonly definition: HuntDefinition; readonly fixtures: readonly Fixture[] };
}

type Suspect = (hunt: HuntDefinition) => readonly Suspicion[];

/** Each suspects one thing; a new kind of suspicion is one more of them. */
const ALONE: readonly Suspect[] = [
  suspectHunt,
  suspectTimes,
  suspectWorth,
  suspectRules,
  suspectTypes,
  suspectDedup,
];

/** These compare clues with each other, which takes too long where there are very many. */
const COMPARING: readonly Suspect[] = [
  suspectWays,
  suspectWalks,
  suspectCrowds,
  suspectPlaces,
  suspectAnswers,
];

const MOST = HUNT_FILE_LIMITS.mistakes;
const CUT = `No more than ${MOST} findings are told at once: there may be others.`;
const NOT_COMPARED =
  'Suspicions that compare clues with each other (Q3 to Q7, Q15, Q18) were not looked for: ' +
  `the hunt has more than ${HUNT_FILE_LIMITS.comparedClues} clues.`;

/** Never throws, whatever the text. */
export function lintHuntFile(text: string): HuntLint {
  const reading = readHuntFile(text);
  const lines = text.split('\n');
  if (!reading.ok) {
    const { mistakes, isCut = false } = reading;
    const findings = mistakes.map((mistake) => errorOf(mistake, lines));
    return { findings, unsaid: isCut || mistakes.length >= MOST ? [CUT] : [] };
  }
  const { definition, fixtures, file } = reading;
  const isLarge = definition.clues.length > HUNT_FILE_LIMITS.comparedClues;
  const suspects = isLarge ? ALONE : [...ALONE, ...COMPARING];
  const found = suspects
    .flatMap((suspect) => suspect(definition))
    .map((suspicion) => warningOf(suspicion, file, lines))
    .sort((one, other) => one.line - other.line || one.column - other.column);
  const unsaid = [...(found.length > MOST ? [CUT] : []), ...(isLarge ? [NOT_COMPARED] : [])];
  return { findings: found.slice(0, MOST), unsaid, hunt: { definition, fixtures } };
}

function errorOf(mistake: Mistake, lines: readonly string[]): Finding {
  const { rule = 'H2', found, suggestion } = mistake;
  const finding = { ...mistake, severity: 'error', rule, mend: mendOf(mistake) } as const;
  if (suggestion === undefined) return finding;
  const bare = /^"(.*)"$/.exec(found)?.[1];
  return withEdit(
    finding,
    editOf(mistake, { written: found, by: suggestion }, lines) ??
      (bare === undefined ? undefined : editOf(mistake, { written: bare, by: suggestion }, lines)),
  );
}

function warningOf(suspicion: Suspicion, file: YamlFile, lines: readonly string[]): Finding {
  const { rule, mend, replace } = suspicion;
  const mistake = mistakeAt(suspicion, locate(suspicion, file));
  const finding = { ...mistake, severity: 'warning', rule, mend } as const;
  return withEdit(finding, replace && editOf(mistake, replace, lines));
}

function withEdit(finding: Finding, edit: Edit | undefined): Finding {
  return edit === undefined ? finding : { ...finding, edit };
}
