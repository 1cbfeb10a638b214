/** What a simulation says of the system's quality: for scripts, and as tables for people. Pure. */
import { Injected, TruthAnswer } from '@trove/contracts';
import {
  injectedCounts,
  TRUTH_CLASS_NAMES,
  TRUTH_CLASSES,
  type TruthClass,
  type TruthCounts,
  type TruthFigures,
  truthFigures,
} from '@trove/core/meter';
import { type Cell, textTable } from '../textTable.js';

export interface QualityReportJson {
  /** Sendings by kind; a retry is a duplicate here, and what nothing is wrong with is fresh. */
  readonly injected: Readonly<Record<string, number>>;
  readonly quality: Readonly<Record<TruthClass, TruthFigures>>;
  /** By what was injected, then by what it was called; empty cells are left out. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export function qualityReport(counts: TruthCounts): QualityReportJson {
  const {
    clean = 0,
    aftermath = 0,
    lookalike = 0,
    retry = 0,
    malformed = 0,
    ...others
  } = injectedCounts(counts);
  return {
    injected: { fresh: clean + aftermath + lookalike, duplicates: retry, malformed, ...others },
    quality: truthFigures(counts),
    confusion: confusionOf(counts),
  };
}

function confusionOf(counts: TruthCounts): QualityReportJson['confusion'] {
  const rows = Injected.options.map((injected) => {
    const cells = TruthAnswer.options.map((answer) => [answer, counts[`${injected}>${answer}`]]);
    return [injected, Object.fromEntries(cells.filter(([, count]) => count !== undefined))];
  });
  return Object.fromEntries(rows.filter(([, cells]) => Object.keys(cells as object).length > 0));
}

/** Classes with their figures, then the confusion matrix. */
export function qualityText({ quality, confusion }: QualityReportJson): string {
  const classes = TRUTH_CLASS_NAMES.map((name): Cell[] => {
    const { injected, found, mistaken, precision, recall } = quality[name];
    const kind = TRUTH_CLASSES[name].isExact ? 'exact' : 'fuzzy';
    return [name, kind, injected, found, mistaken, shareText(precision), shareText(recall)];
  });
  const head = ['class', '', 'injected', 'found', 'mistaken', 'precision', 'recall'];
  const used = TruthAnswer.options.filter((answer) => {
    return Object.values(confusion).some((cells) => cells[answer] !== undefined);
  });
  const matrix = Object.entries(confusion).map(([injected, cells]): Cell[] => {
    return [injected, ...used.map((answer) => cells[answer] ?? 0)];
  });
  return [
    '  Quality against ground truth',
    textTable([head, ...classes]),
    '',
    '  Injected, by what it was called',
    textTable([['', ...used], ...matrix]),
  ].join('\n');
}

/** Takes back what binary fractions lose: 0.57 times 10,000 is a little below 5,700. */
const LOST = 1e-6;

/** Four digits, cut off and not rounded: nothing but a whole looks like one. */
function shareText(share: number | null): string {
  if (share === null) return 'none';
  return (Math.floor(share * 10_000 + LOST) / 10_000).toFixed(4);
}
