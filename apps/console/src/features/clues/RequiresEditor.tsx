'use client';
/** What unlocks a clue: nothing, other clues, or only a rule. */
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { type DraftClue, textOf } from '../draft/draftHunt';
import { FieldFrame, INPUT } from '../draft/fields/FieldFrame';
import { readNumber } from '../draft/fields/readNumber';
import { SelectField } from '../draft/fields/SelectField';
import { useSet } from '../draft/useSet';
import type { ClueProps } from './ClueEditor';
import { ClueIdList } from './ClueIdList';
import { idsOf } from './clueEdits';
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
  return (
    <FieldFrame label="Clues it waits for" steps={steps}>
      {({ id }) => (
        <div className="flex flex-wrap items-center gap-1.5" id={id}>
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
          {ids.map((one) => (
            <button
              aria-label={`No longer require ${one}`}
              className={
                'figures inline-flex h-8 items-center gap-1 rounded-md border border-line px-2 ' +
                'text-[12px] hover:bg-raised'
              }
              key={one}
              onClick={() => onChange({ ...needed, ids: ids.filter((id) => id !== one) })}
              type="button"
            >
              {one} <X aria-hidden="true" size={12} />
            </button>
          ))}
          <AddNeeded
            ids={[...idsOf(clues)].filter((one) => one !== self && !ids.includes(one))}
            onAdd={(one) => onChange({ ...needed, ids: [...ids, one] })}
          />
        </div>
      )}
    </FieldFrame>
  );
}

interface AddNeededProps {
  readonly ids: readonly string[];
  readonly onAdd: (id: string) => void;
}

/** Takes an id as soon as it is one of the clues: picked from the list, or typed and Enter. */
function AddNeeded({ ids, onAdd }: AddNeededProps) {
  const [text, setText] = useState('');
  const list = useId();
  const take = (id: string) => {
    if (!ids.includes(id)) return;
    onAdd(id);
    setText('');
  };
  return (
    <>
      <input
        aria-label="Add a clue it waits for"
        className={`${INPUT} figures max-w-44 border-line`}
        list={list}
        onChange={({ target, nativeEvent }) => {
          setText(target.value);
          // Typing one letter after another is no choice yet: an id may begin as another one.
          if (!('data' in nativeEvent) || nativeEvent.data === null) take(target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          take(text.trim());
        }}
        placeholder="add a clue"
        value={text}
      />
      <ClueIdList id={list} ids={ids} />
    </>
  );
}
