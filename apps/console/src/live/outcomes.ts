/**
 * How each outcome looks, everywhere: a word, a hue and a shape, so that colour never stands
 * alone. Charts, rows and badges read this table and nothing else.
 */
import type { DedupRung, Outcome, Verdict } from '@trove/contracts';

export type Shape = 'disc' | 'half' | 'triangle' | 'square';

export interface OutcomeLook {
  readonly word: string;
  /** A custom property of the theme, as `--good`. */
  readonly hue: string;
  readonly shape: Shape;
  readonly means: string;
}

export const OUTCOME_LOOKS: Readonly<Record<Outcome, OutcomeLook>> = {
  accepted: {
    word: 'accepted',
    hue: '--good',
    shape: 'disc',
    means: 'Counted, once and for ever.',
  },
  duplicate: {
    word: 'duplicate',
    hue: '--repeat',
    shape: 'half',
    means: 'The same event again; the first one counts.',
  },
  replayed: {
    word: 'replayed',
    hue: '--repeat',
    shape: 'disc',
    means: 'Mended in quarantine and sent again.',
  },
  suspected: {
    word: 'suspected',
    hue: '--doubt',
    shape: 'triangle',
    means: 'Counted, but looks unlike honest play.',
  },
  overturned: {
    word: 'overturned',
    hue: '--doubt',
    shape: 'half',
    means: 'An operator took the points back.',
  },
  late: {
    word: 'late',
    hue: '--doubt',
    shape: 'square',
    means: 'Older than what is remembered: it can’t be told from a repeat.',
  },
  conflict: {
    word: 'conflict',
    hue: '--bad',
    shape: 'triangle',
    means: 'A known id with another content.',
  },
  invalid: {
    word: 'invalid',
    hue: '--bad',
    shape: 'square',
    means: 'Refused: breaks its contract, or what its hunt expects.',
  },
  rate_limited: {
    word: 'rate limited',
    hue: '--bad',
    shape: 'half',
    means: 'Refused at the door: too many from one player.',
  },
  quarantined: {
    word: 'quarantined',
    hue: '--bad',
    shape: 'disc',
    means: 'Could not be decided, or is not what its hunt expects; it rests in quarantine.',
  },
};

/** In the order they are stacked and listed. */
export const OUTCOME_ORDER = Object.keys(OUTCOME_LOOKS) as Outcome[];

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  solved: 'solved',
  already_solved: 'already solved',
  wrong: 'wrong',
  locked: 'locked',
  closed: 'closed',
  cooling_down: 'cooling down',
  no_clue: 'no clue',
  noted: 'noted',
  uncertain: 'position uncertain',
  too_early: 'too early',
  hinted: 'hint given',
  already_hinted: 'hint given again',
  waiting: 'photo to be judged',
  solved_again: 'solved again',
};

export function wordOfVerdict(verdict: string): string {
  return (VERDICT_WORDS as Readonly<Record<string, string>>)[verdict] ?? verdict;
}

const RUNG_WORDS: Readonly<Record<DedupRung, string>> = {
  id: 'same id, seen before',
  chunk: 'same id, in one batch',
  device: 'number its device has used',
  fingerprint: 'same content again',
  state: 'clue solved before',
};

export const RUNG_ORDER = Object.keys(RUNG_WORDS) as DedupRung[];

/** How a duplicate was told to be one. */
export function wordsOfRung(rung: string): string {
  return (RUNG_WORDS as Readonly<Record<string, string>>)[rung] ?? wordsOfCode(rung);
}

/** A code as words: `id_too_old` becomes `id too old`. */
export function wordsOfCode(code: string): string {
  return code.replaceAll('_', ' ');
}
