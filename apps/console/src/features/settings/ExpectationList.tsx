'use client';
/** What a hunt asks of its events beyond their contracts, and what becomes of those that fail. */
import { Plus } from 'lucide-react';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { entriesOf, textOf } from '../draft/draftHunt';
import { SelectField } from '../draft/fields/SelectField';
import { TextField } from '../draft/fields/TextField';
import { proposeId } from '../draft/proposeId';
import { useSet } from '../draft/useSet';
import { EntryCard } from './EntryCard';
import { ExpectFields } from './ExpectFields';
import { TYPE_WORDS } from './eventTypes';
import { EXPECT_WORDS, type ExpectKind, expectKindOf, newExpect } from './expectParts';
import { useEntries } from './useEntries';

const STEPS = ['quality', 'expectations'];
const OTHERWISE = {
  warn: 'it is counted and shown',
  quarantine: 'it rests in quarantine',
  refuse: 'it is refused',
} as const;
const EMPTY = {
  is: 'empty',
  says: 'It expects nothing beyond the contracts of its events.',
} as const;

interface ExpectationParts {
  readonly id?: unknown;
  readonly on?: unknown;
  readonly expect?: unknown;
  readonly otherwise?: unknown;
}

export function ExpectationList({ expectations }: { readonly expectations: unknown }) {
  const list = entriesOf(expectations as readonly ExpectationParts[] | undefined);
  const { add, remove } = useEntries(STEPS, list.length);
  const addOne = () => {
    const id = proposeId('', 'expectation', new Set(list.map((one) => String(one.id))));
    add({ id, on: 'location.reported.v1', expect: newExpect('fresh'), otherwise: 'warn' });
  };
  return (
    <Panel
      state={list.length === 0 ? EMPTY : { is: 'live' }}
      title="Expectations"
      tools={
        <Button onClick={addOne}>
          <Plus aria-hidden="true" size={14} /> Add one
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {list.map((one, index) => (
          <ExpectationFields
            expectation={one}
            index={index}
            // biome-ignore lint/suspicious/noArrayIndexKey: ids may be missing or twice.
            key={index}
            onRemove={() => remove(index)}
          />
        ))}
      </div>
    </Panel>
  );
}

interface ExpectationFieldsProps {
  readonly expectation: ExpectationParts;
  readonly index: number;
  readonly onRemove: () => void;
}

function ExpectationFields({ expectation, index, onRemove }: ExpectationFieldsProps) {
  const set = useSet();
  const at = [...STEPS, index];
  const kind = expectKindOf(expectation.expect);
  const pickKind = (name: string) => {
    const next = name as ExpectKind;
    if (next !== kind) set({ steps: [...at, 'expect'], value: newExpect(next) });
  };
  return (
    <EntryCard name={`expectation ${index + 1}`} onRemove={onRemove}>
      <TextField
        className="sm:col-span-3"
        isCode
        label="Id"
        steps={[...at, 'id']}
        value={expectation.id}
      />
      <SelectField
        className="sm:col-span-3"
        label="When"
        onPick={(value) => set({ steps: [...at, 'on'], value })}
        steps={[...at, 'on']}
        value={textOf(expectation.on)}
        words={TYPE_WORDS}
      />
      <SelectField
        className="sm:col-span-3"
        label="It is expected that"
        onPick={pickKind}
        steps={[...at, 'expect']}
        value={kind ?? ''}
        words={EXPECT_WORDS}
      />
      <SelectField
        className="sm:col-span-3"
        label="Otherwise"
        onPick={(value) => set({ steps: [...at, 'otherwise'], value })}
        steps={[...at, 'otherwise']}
        value={textOf(expectation.otherwise)}
        words={OTHERWISE}
      />
      {kind && <ExpectFields at={[...at, 'expect']} expect={expectation.expect} kind={kind} />}
    </EntryCard>
  );
}
