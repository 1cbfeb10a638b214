/** Reads clues pasted from a spreadsheet: one a row, cells between tabs. All of them or none. */
import { HUNT_LIMITS } from '@trove/contracts/hunt-limits';
import { proposeId } from '../draft/proposeId';
import { PASTE_LIMITS } from './limits';

/** The cells of a row, in this order; the last two may be missing. */
export const PASTED_CELLS = ['title', 'kind', 'solution', 'points', 'text'] as const;

export type PastedClues =
  | { readonly isGood: true; readonly clues: readonly unknown[] }
  | { readonly isGood: false; readonly problems: readonly string[] };

/**
 * @param taken ids of the clues there are
 */
export function readPastedClues(text: string, taken: ReadonlySet<string>): PastedClues {
  const tooLarge = boundOf(text, taken.size);
  if (tooLarge !== undefined) return { isGood: false, problems: [tooLarge] };
  const ids = new Set(taken);
  const clues: unknown[] = [];
  const problems: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const clue = readRow(
      line.split('\t').map((cell) => cell.trim()),
      ids,
    );
    if (typeof clue === 'string') problems.push(`Row ${index + 1}: ${clue}`);
    else clues.push(clue);
  }
  if (problems.length > 0)
    return { isGood: false, problems: problems.slice(0, PASTE_LIMITS.problems) };
  if (clues.length === 0) return { isGood: false, problems: ['There is no row in this text.'] };
  return { isGood: true, clues };
}

/** Told before anything is read: a paste of 10,000 rows must cost nobody a minute. */
function boundOf(text: string, present: number): string | undefined {
  if (text.length > PASTE_LIMITS.characters) {
    const most = count(PASTE_LIMITS.characters);
    return `This text has ${count(text.length)} characters; at most ${most} can be pasted.`;
  }
  const rows = text.split('\n').filter((line) => line.trim() !== '').length;
  if (present + rows > HUNT_LIMITS.clues) {
    return (
      `A hunt has at most ${count(HUNT_LIMITS.clues)} clues: there are ${count(present)}, ` +
      `and ${count(rows)} more would be too many.`
    );
  }
  if (rows > PASTE_LIMITS.rows) {
    const most = count(PASTE_LIMITS.rows);
    return `${count(rows)} rows are too many at once: paste at most ${most} at a time.`;
  }
  return undefined;
}

function readRow(cells: readonly string[], ids: Set<string>): unknown {
  const [title = '', kind = '', solution = '', points = '10', text = ''] = cells;
  if (title === '') return 'the title is missing.';
  const worth = Number(points === '' ? '10' : points);
  if (!Number.isInteger(worth) || worth < 0) return `"${points}" is no whole number of points.`;
  const id = proposeId(title, 'clue', ids);
  const find = readFind(kind.toLowerCase(), solution, id);
  if (typeof find === 'string') return find;
  ids.add(id);
  return { id, title, ...(text === '' ? {} : { text }), points: worth, find };
}

function readFind(kind: string, solution: string, id: string): unknown {
  if (solution === '') return 'what solves it is missing.';
  if (kind === 'code') return { code: solution };
  if (kind === 'answer') {
    return {
      answer: {
        accept: solution
          .split('|')
          .map((one) => one.trim())
          .filter(Boolean),
      },
    };
  }
  if (kind !== 'place') return `"${kind}" is no kind: code, answer or place.`;
  const [lat, lon, radiusM = 50] = solution.split(/[,; ]+/).map(Number);
  const numbers = [lat, lon, radiusM];
  if (numbers.some((number) => !Number.isFinite(number))) {
    return `"${solution}" is no place: write latitude, longitude and, if you like, metres.`;
  }
  if (radiusM < 1) return 'a circle needs a radius of at least 1 m.';
  return { place: { id, lat, lon, radiusM } };
}

function count(number: number): string {
  return number.toLocaleString('en');
}
