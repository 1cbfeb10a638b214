'use client';
/** What rules can give to teams beside points. */
import { Plus } from 'lucide-react';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { entriesOf } from '../draft/draftHunt';
import { TextField } from '../draft/fields/TextField';
import { proposeId } from '../draft/proposeId';
import { EntryCard } from './EntryCard';
import { useEntries } from './useEntries';

interface BadgeParts {
  readonly id?: unknown;
  readonly title?: unknown;
  readonly text?: unknown;
}

const STEPS = ['badges'];
const EMPTY = {
  is: 'empty',
  says: 'No badge yet. Rules give them to teams, and players see them beside their points.',
} as const;

export function BadgeList({ badges }: { readonly badges: unknown }) {
  const list = entriesOf(badges as readonly BadgeParts[] | undefined);
  const { add, remove } = useEntries(STEPS, list.length);
  const addBadge = () => {
    const id = proposeId('', 'badge', new Set(list.map((badge) => String(badge.id))));
    add({ id, title: 'New badge' });
  };
  return (
    <Panel
      state={list.length === 0 ? EMPTY : { is: 'live' }}
      title="Badges"
      tools={
        <Button onClick={addBadge}>
          <Plus aria-hidden="true" size={14} /> Add a badge
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {list.map((badge, index) => (
          <EntryCard
            // biome-ignore lint/suspicious/noArrayIndexKey: ids may be missing or twice.
            key={index}
            name={`badge ${index + 1}`}
            onRemove={() => remove(index)}
          >
            <TextField
              className="sm:col-span-2"
              isCode
              label="Id"
              steps={['badges', index, 'id']}
              value={badge.id}
            />
            <TextField
              className="sm:col-span-4"
              label="Title"
              steps={['badges', index, 'title']}
              value={badge.title}
            />
            <TextField
              className="col-span-2 sm:col-span-6"
              isOptional
              label="Text under it"
              steps={['badges', index, 'text']}
              value={badge.text}
            />
          </EntryCard>
        ))}
      </div>
    </Panel>
  );
}
