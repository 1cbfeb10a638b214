/** An evaluation as a table for people, and what Trove gains over the best of the others. */
import { textTable } from '../textTable.js';
import type { Evaluation } from './evaluate.js';
import type { Figures } from './score.js';

const COLUMNS = ['hit@1', 'hit@5', 'hit@10', 'ndcg@10'] as const;

export function evaluationText({ candidates, events, unseenShare, models }: Evaluation): string {
  const rows = Object.entries(models).map(([name, figures]) => {
    return [name, ...COLUMNS.map((column) => figures[column].toFixed(4))];
  });
  const head = `${events} new places predicted among ${candidates} candidates in the mean; ${(
    unseenShare * 100
  ).toFixed(1)} % of them nobody had seen`;
  return [head, textTable([['model', ...COLUMNS], ...rows]), ...gainText(models)].join('\n');
}

function gainText({ trove, ...others }: Evaluation['models']): string[] {
  const figures: readonly Figures[] = Object.values(others);
  const best = Math.max(0, ...figures.map((one) => one['ndcg@10']));
  if (trove === undefined || best === 0) return [];
  const gain = (trove['ndcg@10'] / best - 1) * 100;
  return [`trove over the best of the others in NDCG@10: ${gain.toFixed(1)} %`];
}
