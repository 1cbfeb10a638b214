/** The cards of a sheet of codes: one for each code clue that has one. */
import { isRecord, kindOf } from '../clues/clueParts';
import { type DraftClue, textOf } from '../draft/draftHunt';

export interface CodeCard {
  /** Of the clue in the file. */
  readonly index: number;
  readonly title: string;
  readonly code: string;
}

export function codeCards(clues: readonly DraftClue[]): readonly CodeCard[] {
  return clues.flatMap((clue, index) => {
    const find: unknown = clue.find;
    const code = isRecord(find) ? find['code'] : undefined;
    if (kindOf(clue) !== 'code' || typeof code !== 'string' || code === '') return [];
    return [{ index, title: textOf(clue.title) || textOf(clue.id), code }];
  });
}

/** The dark modules of a code as one path; each module is one unit wide. */
export function pathOfModules(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
}
