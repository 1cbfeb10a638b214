/** Clues that a field proposes: by their names, each with its id beside. */
import type { ClueName } from './clueNames';

interface ClueNameListProps {
  /** What the field names as its list. */
  readonly id: string;
  readonly names: readonly ClueName[];
}

export function ClueNameList({ id, names }: ClueNameListProps) {
  return (
    <datalist id={id}>
      {names.map((clue) => (
        <option key={clue.id} value={clue.name}>
          {clue.id}
        </option>
      ))}
    </datalist>
  );
}
