'use client';
/** What can be chosen, in the order players read it, and which of it is right. */
import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../../../ui/Button';
import { useDraft } from '../../draft/DraftProvider';
import { entriesOf } from '../../draft/draftHunt';
import { FieldFrame } from '../../draft/fields/FieldFrame';
import { TextField } from '../../draft/fields/TextField';
import { pointerOf } from '../../draft/pathOf';
import { proposeId } from '../../draft/proposeId';
import { type Steps, useSet } from '../../draft/useSet';
import type { ClueProps } from '../ClueEditor';
import { findOf } from '../clueParts';
import { type Tries, TriesFields } from './TriesFields';

interface OptionParts {
  readonly id?: unknown;
  readonly text?: unknown;
  readonly right?: unknown;
}

interface ChoiceParts extends Tries {
  readonly options?: readonly OptionParts[];
}

export function ChoiceFields({ clue, index }: ClueProps) {
  const { edit } = useDraft();
  const choice = findOf<ChoiceParts>(clue, 'choice');
  const at = ['clues', index, 'find', 'choice'] as const;
  const steps = [...at, 'options'];
  const options = entriesOf(choice.options);
  const add = () => {
    const id = proposeId('', 'option', new Set(options.map((option) => String(option.id))));
    const option = { id, text: 'Another one' };
    if (options.length > 0) {
      edit([{ op: 'add', path: pointerOf(...steps, '-'), value: option }]);
    } else edit([{ op: 'add', path: pointerOf(...steps), value: [option] }]);
  };
  return (
    <>
      <FieldFrame
        apart={options.map((_, number) => [...steps, number])}
        hint="Players read them in this order; at least one is right."
        label="Options"
        steps={steps}
      >
        {({ id }) => (
          <ol className="m-0 flex list-none flex-col gap-2 p-0" id={id}>
            {options.map((option, number) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: ids may be missing or twice.
              <li key={number}>
                <OptionRow number={number} option={option} steps={steps} />
              </li>
            ))}
          </ol>
        )}
      </FieldFrame>
      <Button className="self-start" onClick={add}>
        <Plus aria-hidden="true" size={14} /> Add an option
      </Button>
      <TriesFields at={at} tries={choice} />
    </>
  );
}

interface OptionRowProps {
  readonly option: OptionParts;
  readonly number: number;
  readonly steps: Steps;
}

function OptionRow({ option, number, steps }: OptionRowProps) {
  const { edit } = useDraft();
  const set = useSet();
  const at = [...steps, number];
  const { right } = option;
  return (
    <span className="grid grid-cols-[auto_6rem_minmax(0,1fr)_auto] items-end gap-2">
      <label className="flex h-8 items-center gap-1.5 text-[13px]">
        <input
          checked={right === true}
          className="accent-accent"
          onChange={({ target }) => {
            set({ steps: [...at, 'right'], value: target.checked || undefined });
          }}
          type="checkbox"
        />
        right
      </label>
      <TextField isCode label="Id" steps={[...at, 'id']} value={option.id} />
      <TextField label="What players read" steps={[...at, 'text']} value={option.text} />
      <Button
        aria-label={`Take out option ${number + 1}`}
        onClick={() => edit([{ op: 'remove', path: pointerOf(...at) }])}
        tone="bare"
      >
        <Trash2 aria-hidden="true" size={14} />
      </Button>
    </span>
  );
}
