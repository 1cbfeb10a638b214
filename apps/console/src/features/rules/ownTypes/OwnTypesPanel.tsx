'use client';
/** Event types that this hunt adds: each gets a contract, and a place in rules and trials. */
import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../../../ui/Button';
import { Panel, type PanelState } from '../../../ui/Panel';
import { useDraft, useFindings } from '../../draft/DraftProvider';
import { entriesOf, textOf } from '../../draft/draftHunt';
import { FindingList } from '../../draft/FindingList';
import { setField } from '../../draft/pathOf';
import { Labelled, TextInput } from '../controls';
import { ExpectationRows } from './ExpectationRows';
import { OwnFieldRow } from './OwnFieldRow';
import { addEntry, type Entry, NEW_FIELD, newType, removeEntry } from './ownTypeEdits';

const LIVE: PanelState = { is: 'live' };
const NONE: PanelState = {
  is: 'empty',
  says:
    'None yet. A bell that rings, a boat that lands: add a type with its fields, and sources may ' +
    'send it as soon as the hunt is published.',
};

export function OwnTypesPanel() {
  const { hunt, edit } = useDraft();
  const types = entriesOf(hunt?.eventTypes) as readonly Entry[];
  return (
    <Panel
      state={types.length === 0 ? NONE : LIVE}
      title="Event types of its own"
      tools={
        <Button onClick={() => edit(addEntry(['eventTypes'], hunt?.eventTypes, newType(types)))}>
          <Plus aria-hidden="true" size={13} /> Event type
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {types.map((type, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name is no key while it is written.
          <OwnType index={index} key={index} type={type} types={types} />
        ))}
      </div>
    </Panel>
  );
}

interface OwnTypeProps {
  readonly type: Entry;
  readonly index: number;
  readonly types: readonly Entry[];
}

function OwnType({ type, index, types }: OwnTypeProps) {
  const { edit } = useDraft();
  const findings = useFindings(`eventTypes[${index}]`);
  const fields = entriesOf(type['fields'] as readonly Entry[] | undefined);
  const at = ['eventTypes', index] as const;
  const set = (field: string, value: unknown) => {
    edit([setField([...at, field], type[field], value)]);
  };
  const name = textOf(type['type']);
  return (
    <fieldset className="m-0 flex min-w-0 flex-col gap-3 border-0 border-l-2 border-line p-0 pl-3">
      <legend className="sr-only">{name}</legend>
      <div className="flex flex-wrap items-end gap-3">
        <Labelled label="Name with its version">
          <TextInput className="w-64" onText={(text) => set('type', text)} value={name} />
        </Labelled>
        <Labelled label="What has happened">
          <TextInput
            className="w-72"
            onText={(text) => set('description', text)}
            value={textOf(type['description'])}
          />
        </Labelled>
        <Button
          aria-label={`Delete ${name}`}
          onClick={() => edit(removeEntry(['eventTypes'], types, index))}
          title="It can be undone"
          tone="bare"
        >
          <Trash2 aria-hidden="true" size={14} />
        </Button>
      </div>
      <FindingList findings={findings} />
      {fields.map((field, place) => (
        <OwnFieldRow
          field={field}
          // biome-ignore lint/suspicious/noArrayIndexKey: a name is no key while it is written.
          key={place}
          onChange={(next) => edit([setField([...at, 'fields', place], field, next)])}
          onRemove={() =>
            set(
              'fields',
              fields.filter((_, other) => other !== place),
            )
          }
        />
      ))}
      <span>
        <Button onClick={() => edit(addEntry([...at, 'fields'], type['fields'], NEW_FIELD))}>
          <Plus aria-hidden="true" size={13} /> Field
        </Button>
      </span>
      <ExpectationRows fields={fields} on={name} />
    </fieldset>
  );
}
