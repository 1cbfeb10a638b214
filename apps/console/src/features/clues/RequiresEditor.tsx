'use client';
/** What unlocks a clue: nothing, other clues, or only a rule. */
import { useMemo } from 'react';
import { type DraftClue, textOf } from '../draft/draftHunt';
import { INPUT } from '../draft/fields/FieldFrame';
import { readNumber } from '../draft/fields/readNumber';
import { SelectField } from '../draft/fields/SelectField';
import { useSet } from '../draft/useSet';
import type { ClueProps } from './ClueEditor';
import { ClueListField } from './ClueListField';
import { clueNames } from './clueNames';
import { type How, type Needed, neededOf, requiresOf } from './clueParts';

const WAYS = {
  open: 'it is open at once',
  all: 'every one of these clues is solved',
  any: 'one of these clues is solved',
  atLeast: 'so many of these clues are solved',
  locked: 'only a rule unlocks it',
} as const;

interface RequiresEditorProps extends ClueProps {
  readonly clues: readonly DraftClue[];
}

export function RequiresEditor({ clue, clues, index }: RequiresEditorProps) {
  const set = useSet();
  const needed = neededOf(clue);
  const way = clue.locked === true ? 'locked' : (needed?.how ?? 'open');
  const steps = ['clues', index, 'requires'] as const;
  const isLocked = (value: boolean | undefined) => {
    return { steps: ['clues', index, 'locked'], value };
  };
  const requires = (value: unknown) => ({ steps, value });
  const pick = (name: string) => {
    if (name === 'locked') return set(requires(undefined), isLocked(true));
    if (name === 'open') return set(requires(undefined), isLocked(undefined));
    const how = name as How;
    const ids = needed && needed.ids.length > 0 ? needed.ids : firstOther(clues, index);
    set(requires(requiresOf({ how, ids, atLeast: needed?.atLeast ?? 1 })), isLocked(undefined));
  };
  return (
    <div className="flex flex-col gap-2">
      <SelectField
        apart={[steps]}
        className="sm:max-w-80"
        label="It can be tried once"
        onPick={pick}
        steps={['clues', index, 'locked']}
        value={way}
        words={WAYS}
      />
      {needed && (
        <NeededList
          clues={clues}
          needed={needed}
          onChange={(next) => set(requires(requiresOf(next)))}
          self={textOf(clue.id)}
          steps={steps}
        />
      )}
    </div>
  );
}

/** A prerequisite must name a clue: the one before, or the one behind. */
function firstOther(clues: readonly DraftClue[], index: number): readonly string[] {
  const other = clues[index - 1] ?? clues[index + 1];
  return typeof other?.id === 'string' ? [other.id] : [];
}

interface NeededListProps {
  readonly needed: Needed;
  readonly clues: readonly DraftClue[];
  readonly self: string;
  readonly steps: readonly (string | number)[];
  readonly onChange: (needed: Needed) => void;
}

function NeededList({ needed, clues, self, steps, onChange }: NeededListProps) {
  const { how, ids, atLeast } = needed;
  const names = useMemo(() => clueNames(clues), [clues]);
  return (
    <ClueListField
      act="No longer require"
      addLabel="Add a clue it waits for"
      ids={ids}
      label="Clues it waits for"
      names={names}
      onChange={(next) => onChange({ ...needed, ids: next })}
      steps={steps}
      without={[self]}
    >
      {how === 'atLeast' && (
        <input
          aria-label="How many of them"
          className={`${INPUT} figures max-w-14 border-line`}
          inputMode="numeric"
          onChange={({ target }) => {
            const count = readNumber(target.value);
            if (typeof count === 'number') onChange({ ...needed, atLeast: count });
          }}
          value={atLeast}
        />
      )}
    </ClueListField>
  );
}
