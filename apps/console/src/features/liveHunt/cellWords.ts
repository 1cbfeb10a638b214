/** A cell of the progress matrix in words and in a mark, so that no hue stands alone. */
import { formatNumberOf } from '../../format/numbers';
import { formatWhen } from '../../format/times';
import type { Shape } from '../../live/outcomes';
import type { ClueCell } from './answers';

interface CellLook {
  /** Absent: a dot is enough. */
  readonly shape?: Shape;
  readonly hue: string;
  readonly word: string;
}

export const CELL_LOOKS: Readonly<Record<ClueCell['status'], CellLook>> = {
  solved: { shape: 'disc', hue: '--good', word: 'solved' },
  open: { shape: 'half', hue: '--accent', word: 'open' },
  closed: { shape: 'square', hue: '--muted', word: 'closed' },
  locked: { hue: '--muted', word: 'locked' },
};

/** `solved at 21:04:07 for 20 points, 2 wrong tries, 1 hint`. */
export function wordsOfCell(cell: ClueCell, nowMs: number): string {
  const { status, solvedMs, points, wrong, hints } = cell;
  const solved = solvedMs === undefined ? '' : ` at ${formatWhen(solvedMs, nowMs)}`;
  const paid = points === undefined ? '' : ` for ${formatNumberOf(points, 'point')}`;
  const parts = [`${CELL_LOOKS[status].word}${solved}${paid}`];
  if (wrong > 0) parts.push(formatNumberOf(wrong, 'wrong try', 'wrong tries'));
  if (hints.length > 0) parts.push(formatNumberOf(hints.length, 'hint'));
  return parts.join(', ');
}
