'use client';
/** Divisions: teams choose one when they join, and are ranked in it among themselves. */
import { Plus } from 'lucide-react';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { entriesOf } from '../draft/draftHunt';
import { TextField } from '../draft/fields/TextField';
import { proposeId } from '../draft/proposeId';
import { EntryCard } from './EntryCard';
import { useEntries } from './useEntries';

interface DivisionParts {
  readonly id?: unknown;
  readonly title?: unknown;
}

const STEPS = ['divisions'];
const EMPTY = {
  is: 'empty',
  says: 'No division: all teams are ranked together. With some, each has a board beside that.',
} as const;

export function DivisionList({ divisions }: { readonly divisions: unknown }) {
  const list = entriesOf(divisions as readonly DivisionParts[] | undefined);
  const { add, remove } = useEntries(STEPS, list.length);
  const addDivision = () => {
    const id = proposeId('', 'division', new Set(list.map((one) => String(one.id))));
    add({ id, title: 'New division' });
  };
  return (
    <Panel
      state={list.length === 0 ? EMPTY : { is: 'live' }}
      title="Divisions"
      tools={
        <Button onClick={addDivision}>
          <Plus aria-hidden="true" size={14} /> Add a division
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {list.map((division, index) => (
          <EntryCard
            // biome-ignore lint/suspicious/noArrayIndexKey: ids may be missing or twice.
            key={index}
            name={`division ${index + 1}`}
            onRemove={() => remove(index)}
          >
            <TextField
              className="sm:col-span-2"
              isCode
              label="Id"
              steps={['divisions', index, 'id']}
              value={division.id}
            />
            <TextField
              className="sm:col-span-4"
              label="Title"
              steps={['divisions', index, 'title']}
              value={division.title}
            />
          </EntryCard>
        ))}
      </div>
    </Panel>
  );
}
