/**
 * What a replay must come to, computed in the plainest way: the text of the file is split, and its
 * rows are walked once with maps and sets. It shares no code with the engine or with the replay,
 * so that both would have to be wrong in the same way to agree. Only tests use it.
 */
interface ReferenceRow {
  readonly user: string;
  readonly place: string;
}

export interface ReferenceResult {
  readonly rows: number;
  readonly atClues: number;
  readonly solves: number;
  readonly points: number;
  /** Every user with points, best first, equals by user in text order. */
  readonly board: readonly (readonly [user: string, score: number])[];
}

/** Folds the lines of a check-in file in order: user, time, latitude, longitude, place. */
export function referenceFold(text: string): ReferenceResult {
  const rows = text.split('\n').flatMap((line): ReferenceRow[] => {
    const [user, , , , place] = line.trim().split('\t');
    return user && place ? [{ user, place }] : [];
  });
  const visits: Record<string, number> = {};
  for (const row of rows) visits[row.place] = (visits[row.place] ?? 0) + 1;
  const ranked = Object.entries(visits).sort((a, b) => {
    if (a[1] !== b[1]) return b[1] - a[1];
    return Number(a[0]) - Number(b[0]);
  });
  const clues = new Set(ranked.slice(0, 500).map((entry) => entry[0]));
  const solved = new Set<string>();
  const scores: Record<string, number> = {};
  let atClues = 0;
  for (const row of rows) {
    if (!clues.has(row.place)) continue;
    atClues += 1;
    const solve = `${row.user} ${row.place}`;
    if (solved.has(solve)) continue;
    solved.add(solve);
    scores[row.user] = (scores[row.user] ?? 0) + 10;
  }
  const board = Object.entries(scores).sort((a, b) => {
    if (a[1] !== b[1]) return b[1] - a[1];
    return a[0] < b[0] ? -1 : 1;
  });
  const points = solved.size * 10;
  return { rows: rows.length, atClues, solves: solved.size, points, board };
}
