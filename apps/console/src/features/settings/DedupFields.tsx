'use client';
/** How repeats are known, rung by rung: each may enforce what it finds, or only observe. */
import { Plus } from 'lucide-react';
import { Button } from '../../ui/Button';
import { isRecord } from '../clues/clueParts';
import { entriesOf, textOf } from '../draft/draftHunt';
import { NumberField } from '../draft/fields/NumberField';
import { SelectField } from '../draft/fields/SelectField';
import { useSet } from '../draft/useSet';
import { EntryCard } from './EntryCard';
import { TYPE_WORDS } from './eventTypes';
import { useEntries } from './useEntries';

const AT = ['quality', 'dedup'];
const WINDOWS = [...AT, 'fingerprint', 'windows'];
const MODES = { enforce: 'the repeat is dropped', observe: 'it is counted and passes' } as const;
const FIRST_WINDOW = { on: 'code.scanned.v1', windowS: 30 };

export function DedupFields({ dedup }: { readonly dedup: unknown }) {
  const set = useSet();
  const values = isRecord(dedup) ? dedup : {};
  const fingerprint = isRecord(values['fingerprint']) ? values['fingerprint'] : undefined;
  const windows = entriesOf(fingerprint?.['windows'] as readonly WindowParts[] | undefined);
  const { add, remove } = useEntries(WINDOWS, windows.length);
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        {rungsOf(values).map(({ steps, value, ...words }) => (
          <SelectField
            {...words}
            key={steps.join()}
            onPick={(picked) => set({ steps, value: picked })}
            steps={steps}
            value={textOf(value) || 'enforce'}
            words={MODES}
          />
        ))}
      </div>
      {windows.map((window, index) => (
        <WindowFields
          index={index}
          // biome-ignore lint/suspicious/noArrayIndexKey: windows have no id.
          key={index}
          onRemove={() => {
            if (windows.length > 1) remove(index);
            else set({ steps: [...AT, 'fingerprint'], value: undefined });
          }}
          window={window}
        />
      ))}
      <Button className="self-start" onClick={() => add(FIRST_WINDOW)}>
        <Plus aria-hidden="true" size={14} /> Drop the same content
      </Button>
    </div>
  );
}

/** In the order in which they are asked. */
function rungsOf({ id, device, fingerprint, state }: Readonly<Record<string, unknown>>) {
  const says = {
    steps: [...AT, 'fingerprint', 'mode'],
    value: isRecord(fingerprint) ? fingerprint['mode'] : undefined,
    label: 'By what it says',
    hint: 'as of a button that was tapped twice',
  };
  return [
    {
      steps: [...AT, 'id'],
      value: id,
      label: 'By its id',
      hint: 'as of an event that was sent again',
    },
    {
      steps: [...AT, 'device'],
      value: device,
      label: 'By the device’s numbers',
      hint: 'a number its device has used before',
    },
    ...(isRecord(fingerprint) ? [says] : []),
    {
      steps: [...AT, 'state'],
      value: state,
      label: 'By what is solved',
      hint: 'a clue that the team had solved',
    },
  ];
}

interface WindowParts {
  readonly on?: unknown;
  readonly windowS?: unknown;
}

interface WindowFieldsProps {
  readonly window: WindowParts;
  readonly index: number;
  readonly onRemove: () => void;
}

function WindowFields({ window, index, onRemove }: WindowFieldsProps) {
  const set = useSet();
  const at = [...WINDOWS, index];
  return (
    <EntryCard name={`window ${index + 1}`} onRemove={onRemove}>
      <SelectField
        className="sm:col-span-3"
        label="When"
        onPick={(value) => set({ steps: [...at, 'on'], value })}
        steps={[...at, 'on']}
        value={textOf(window.on)}
        words={TYPE_WORDS}
      />
      <NumberField
        className="sm:col-span-3"
        label="Seconds in which it is a repeat"
        steps={[...at, 'windowS']}
        value={window.windowS}
      />
    </EntryCard>
  );
}
