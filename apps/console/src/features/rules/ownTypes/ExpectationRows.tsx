'use client';
/** What the hunt expects of events of one type, beyond their contract. */
import { Plus, X } from 'lucide-react';
import { Button } from '../../../ui/Button';
import { findingsUnder, useDraft } from '../../draft/DraftProvider';
import { entriesOf, textOf } from '../../draft/draftHunt';
import { FindingList } from '../../draft/FindingList';
import { setField } from '../../draft/pathOf';
import { Select, TextInput } from '../controls';
import { ExpectFields } from './ExpectFields';
import {
  addExpectation,
  type Entry,
  EXPECT_KINDS,
  type ExpectKind,
  expectOfKind,
  kindOfExpect,
  newExpectation,
} from './ownTypeEdits';

interface ExpectationRowsProps {
  readonly on: string;
  /** Of the type. */
  readonly fields: readonly Entry[];
}

const LIST = ['quality', 'expectations'] as const;
const OTHERWISE = [
  { value: 'warn', title: 'else it is marked' },
  { value: 'quarantine', title: 'else it rests in quarantine' },
  { value: 'refuse', title: 'else it is refused' },
];

export function ExpectationRows({ on, fields }: ExpectationRowsProps) {
  const { hunt, edit, draft } = useDraft();
  const all = entriesOf(hunt?.quality?.expectations) as readonly Entry[];
  const own = all.flatMap((one, index) => (one['on'] === on ? [{ one, index }] : []));
  return (
    <div className="flex flex-col gap-2">
      {own.map(({ one, index }) => (
        <div className="flex flex-col gap-1" key={index}>
          <ExpectationRow
            expectation={one}
            fields={fields}
            onChange={(next) => edit([setField([...LIST, index], one, next)])}
            onRemove={() => edit([setField([...LIST, index], one, undefined)])}
          />
          <FindingList findings={findingsUnder(draft.findings, `quality.expectations[${index}]`)} />
        </div>
      ))}
      <span>
        <Button onClick={() => edit(addExpectation(hunt, newExpectation(on, all)))}>
          <Plus aria-hidden="true" size={13} /> Expectation
        </Button>
      </span>
    </div>
  );
}

interface ExpectationRowProps {
  readonly expectation: Entry;
  readonly fields: readonly Entry[];
  readonly onChange: (expectation: Entry) => void;
  readonly onRemove: () => void;
}

function ExpectationRow({ expectation, fields, onChange, onRemove }: ExpectationRowProps) {
  const expect = (expectation['expect'] ?? {}) as Entry;
  const id = textOf(expectation['id']);
  return (
    <div className="flex flex-wrap items-center gap-2 text-[13px]">
      <span aria-hidden="true" className="text-muted">
        expects that
      </span>
      <Select
        choices={EXPECT_KINDS}
        label={`What ${id} expects`}
        onSelect={(kind) => {
          onChange({ ...expectation, expect: expectOfKind(kind as ExpectKind, fields) });
        }}
        value={kindOfExpect(expect)}
      />
      <ExpectFields
        expect={expect}
        fields={fields.map((field) => textOf(field['name']))}
        onChange={(next) => onChange({ ...expectation, expect: next })}
      />
      <Select
        choices={OTHERWISE}
        label={`What becomes of an event that does not meet ${id}`}
        onSelect={(otherwise) => onChange({ ...expectation, otherwise })}
        value={textOf(expectation['otherwise'])}
      />
      <TextInput
        className="w-36"
        label="Name of the expectation"
        onText={(text) => onChange({ ...expectation, id: text })}
        value={id}
      />
      <Button aria-label={`Take ${id} away`} onClick={onRemove} tone="bare">
        <X aria-hidden="true" size={14} />
      </Button>
    </div>
  );
}
