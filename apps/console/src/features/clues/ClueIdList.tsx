/** Ids of clues that a field proposes. */

interface ClueIdListProps {
  /** What the field names as its list. */
  readonly id: string;
  readonly ids: Iterable<string>;
}

export function ClueIdList({ id, ids }: ClueIdListProps) {
  return (
    <datalist id={id}>
      {[...ids].map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </datalist>
  );
}
