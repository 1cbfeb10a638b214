'use client';
/** Help that can be asked for: in which order, for how much, and from when on. */
import { Plus, Trash2 } from 'lucide-react';
import { formatMillis } from '../../format/numbers';
import { Button } from '../../ui/Button';
import { useDraft } from '../draft/DraftProvider';
import { entriesOf } from '../draft/draftHunt';
import { NumberField } from '../draft/fields/NumberField';
import { Section } from '../draft/fields/Section';
import { SelectField } from '../draft/fields/SelectField';
import { TextField } from '../draft/fields/TextField';
import { pointerOf } from '../draft/pathOf';
import { proposeId } from '../draft/proposeId';
import { useSet } from '../draft/useSet';
import type { ClueProps } from './ClueEditor';
import { isRecord } from './clueParts';

const DRIPS = {
  none: 'at once',
  unlockedS: 'so long after it could be tried',
  openedS: 'so long after the hunt opened',
} as const;
const FIRST_DRIP_S = 300;
const SECOND_MS = 1_000;

interface HintParts {
  readonly id?: unknown;
  readonly text?: unknown;
  readonly cost?: unknown;
  readonly after?: unknown;
}

export function HintList({ clue, index }: ClueProps) {
  const { edit } = useDraft();
  const hints: readonly HintParts[] = entriesOf<HintParts>(clue.hints);
  const steps = ['clues', index, 'hints'] as const;
  const add = () => {
    const id = proposeId('', 'hint', new Set(hints.map((hint) => String(hint.id))));
    const hint = { id, text: 'Look again.', cost: 5 };
    if (hints.length > 0) edit([{ op: 'add', path: pointerOf(...steps, '-'), value: hint }]);
    else edit([{ op: 'add', path: pointerOf(...steps), value: [hint] }]);
  };
  const remove = (number: number) => {
    const isLast = hints.length === 1;
    edit([{ op: 'remove', path: isLast ? pointerOf(...steps) : pointerOf(...steps, number) }]);
  };
  return (
    <Section
      note={hints.length === 0 ? 'none' : undefined}
      title="Hints"
      tools={
        <Button onClick={add}>
          <Plus aria-hidden="true" size={14} /> Add a hint
        </Button>
      }
    >
      {hints.map((hint, number) => (
        <HintFields
          hint={hint}
          index={index}
          // biome-ignore lint/suspicious/noArrayIndexKey: ids of a draft may be missing or twice.
          key={number}
          number={number}
          onRemove={() => remove(number)}
        />
      ))}
    </Section>
  );
}

interface HintFieldsProps {
  readonly hint: HintParts;
  readonly index: number;
  readonly number: number;
  readonly onRemove: () => void;
}

function HintFields({ hint, index, number, onRemove }: HintFieldsProps) {
  const set = useSet();
  const at = ['clues', index, 'hints', number] as const;
  const { after } = hint;
  const since = isRecord(after) ? (Object.keys(after)[0] ?? 'none') : 'none';
  const seconds = isRecord(after) ? after[since] : undefined;
  const pick = (name: string) => {
    const value = name === 'none' ? undefined : { [name]: seconds ?? FIRST_DRIP_S };
    set({ steps: [...at, 'after'], value });
  };
  return (
    <fieldset className="m-0 flex flex-col gap-2 border-0 border-l-2 border-line py-0 pr-0 pl-3">
      <legend className="sr-only">Hint {number + 1}</legend>
      <TextField label={`Hint ${number + 1}`} rows={2} steps={[...at, 'text']} value={hint.text} />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-[7rem_5rem_minmax(0,1fr)_6rem_auto]">
        <TextField isCode label="Id" steps={[...at, 'id']} value={hint.id} />
        <NumberField label="Cost" placeholder="0" steps={[...at, 'cost']} value={hint.cost} />
        <SelectField
          apart={[[...at, 'after', since]]}
          label="Can be had"
          onPick={pick}
          steps={[...at, 'after']}
          value={since}
          words={DRIPS}
        />
        {since === 'none' ? (
          <span />
        ) : (
          <NumberField
            hint={typeof seconds === 'number' ? formatMillis(seconds * SECOND_MS) : undefined}
            label="Seconds"
            steps={[...at, 'after', since]}
            value={seconds}
          />
        )}
        <Button
          aria-label={`Take out hint ${number + 1}`}
          className="mt-6 justify-self-end"
          onClick={onRemove}
          tone="bare"
        >
          <Trash2 aria-hidden="true" size={14} />
        </Button>
      </div>
    </fieldset>
  );
}
