'use client';
/** One field of an own event type: its name, kind and bounds, and whether it may be missing. */
import { X } from 'lucide-react';
import { Button } from '../../../ui/Button';
import { textOf } from '../../draft/draftHunt';
import { NumberInput, Select, TextInput } from '../controls';
import { type Entry, FIELD_KINDS, fieldOfKind } from './ownTypeEdits';
import { TextsInput } from './TextsInput';

interface OwnFieldRowProps {
  readonly field: Entry;
  readonly onChange: (field: Entry) => void;
  readonly onRemove: () => void;
}

const BOUNDED = new Set(['number', 'integer', 'text']);

export function OwnFieldRow({ field, onChange, onRemove }: OwnFieldRowProps) {
  const kind = textOf(field['kind']);
  const name = textOf(field['name']);
  return (
    <div className="flex flex-wrap items-center gap-2 text-[13px]">
      <TextInput
        className="w-36"
        label="Name of the field"
        onText={(text) => onChange({ ...field, name: text })}
        value={name}
      />
      <Select
        choices={FIELD_KINDS}
        label={`What ${name} is`}
        onSelect={(next) => onChange(fieldOfKind(field, next))}
        value={kind}
      />
      {BOUNDED.has(kind) && (
        <>
          <Bound edge="min" field={field} onChange={onChange} />
          <Bound edge="max" field={field} onChange={onChange} />
        </>
      )}
      {kind === 'one_of' && (
        <TextsInput
          label={`What ${name} can be`}
          onChange={(oneOf) => onChange({ ...field, oneOf })}
          values={Array.isArray(field['oneOf']) ? field['oneOf'].map(textOf) : []}
        />
      )}
      <label className="flex items-center gap-1.5">
        <input
          checked={field['required'] === false}
          className="accent-accent"
          onChange={({ target }) => {
            const { required: _, ...others } = field;
            onChange(target.checked ? { ...others, required: false } : others);
          }}
          type="checkbox"
        />
        may be missing
      </label>
      <Button aria-label={`Take the field ${name} away`} onClick={onRemove} tone="bare">
        <X aria-hidden="true" size={14} />
      </Button>
    </div>
  );
}

interface BoundProps {
  readonly field: Entry;
  readonly edge: 'min' | 'max';
  readonly onChange: (field: Entry) => void;
}

/** Emptied, the bound is the widest there is. */
function Bound({ field, edge, onChange }: BoundProps) {
  const value = field[edge];
  const unit = field['kind'] === 'text' ? ' characters' : '';
  return (
    <span className="flex items-center gap-1">
      <span aria-hidden="true" className="text-muted">
        {edge === 'min' ? 'from' : 'to'}
      </span>
      <NumberInput
        className="w-20"
        isWhole={field['kind'] !== 'number'}
        label={`${edge === 'min' ? 'Least' : 'Most'}${unit} of ${textOf(field['name'])}`}
        onNumber={(number) => {
          const { [edge]: _, ...others } = field;
          onChange(number === undefined ? others : { ...field, [edge]: number });
        }}
        value={typeof value === 'number' ? value : undefined}
      />
    </span>
  );
}
