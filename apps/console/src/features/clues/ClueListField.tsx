'use client';
/** Clues that a field of the draft names: pressed, one is taken out; others are added. */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldFrame } from '../draft/fields/FieldFrame';
import type { Steps } from '../draft/useSet';
import { AddClue } from './AddClue';
import type { ClueNames } from './clueNames';

interface ClueListFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly steps: Steps;
  readonly ids: readonly string[];
  readonly names: ClueNames;
  /** What can't be added beside those that are there. */
  readonly without?: readonly string[];
  /** What pressing one does, as `No longer require`. */
  readonly act: string;
  /** What the field for another one is called. */
  readonly addLabel: string;
  readonly onChange: (ids: readonly string[]) => void;
  /** What stands before the clues. */
  readonly children?: ReactNode;
}

export function ClueListField(props: ClueListFieldProps) {
  const { label, hint, steps, ids, names, without = [], act, addLabel, onChange } = props;
  return (
    <FieldFrame hint={hint} label={label} steps={steps}>
      {({ id }) => (
        <div className="flex flex-wrap items-center gap-1.5" id={id}>
          {props.children}
          {ids.map((one) => (
            <ClueChip
              act={act}
              id={one}
              key={one}
              name={names.nameOf(one)}
              onPress={() => onChange(ids.filter((id) => id !== one))}
            />
          ))}
          <AddClue
            label={addLabel}
            names={names}
            onAdd={(one) => onChange([...ids, one])}
            without={[...without, ...ids]}
          />
        </div>
      )}
    </FieldFrame>
  );
}

interface ClueChipProps extends Pick<ClueListFieldProps, 'act'> {
  readonly id: string;
  readonly name: string;
  readonly onPress: () => void;
}

function ClueChip({ id, name, act, onPress }: ClueChipProps) {
  return (
    <button
      aria-label={`${act} ${name}`}
      className={
        'inline-flex h-8 max-w-full items-center gap-1 rounded-md border border-line px-2 ' +
        'text-[13px] hover:bg-raised'
      }
      onClick={onPress}
      title={id}
      type="button"
    >
      <span className="min-w-0 truncate" dir="auto">
        {name}
      </span>
      <X aria-hidden="true" className="shrink-0" size={12} />
    </button>
  );
}
