'use client';
/** The right side of a row: one value, several, or none where the question says it all. */
import type { BlockValue } from '@trove/core/rule-blocks';
import { Plus, X } from 'lucide-react';
import type { ValueEditorProps } from 'react-querybuilder';
import { Button } from '../../ui/Button';
import { manyValues, oneValue, type RowValue } from './builderRows';
import { fieldNamed, firstValue, type RowField } from './fieldTypes';
import { ValueInput } from './ValueInput';

const ALONE = new Set(['has', 'not has', 'is', 'not is']);
const MANY = new Set(['in', 'not in']);

export function RowValueEditor(props: ValueEditorProps) {
  const { field: left, operator, handleOnChange, context } = props;
  const { fields } = context as { readonly fields: readonly RowField[] };
  const value = props.value as RowValue;
  const field = fieldNamed(left, fields);
  if (ALONE.has(operator)) return null;
  if (MANY.has(operator)) {
    const values = manyValues(value);
    return <ValueList field={field} fields={fields} onChange={handleOnChange} values={values} />;
  }
  return (
    <ValueInput field={field} fields={fields} onChange={handleOnChange} value={oneValue(value)} />
  );
}

interface ValueListProps {
  readonly field: RowField;
  readonly fields: readonly RowField[];
  readonly values: readonly BlockValue[];
  readonly onChange: (values: readonly BlockValue[]) => void;
}

function ValueList({ field, fields, values, onChange }: ValueListProps) {
  return (
    <span className="flex min-w-0 flex-col gap-1">
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list may name a value twice.
        <span className="flex flex-wrap items-center gap-1" key={index}>
          <ValueInput
            field={field}
            fields={fields}
            onChange={(next) => onChange(values.with(index, next))}
            value={value}
          />
          {values.length > 1 && (
            <Button
              aria-label="Take this value away"
              onClick={() => onChange(values.filter((_, at) => at !== index))}
              tone="bare"
            >
              <X aria-hidden="true" size={13} />
            </Button>
          )}
        </span>
      ))}
      <span>
        <Button onClick={() => onChange([...values, nextValue(field, values)])} tone="bare">
          <Plus aria-hidden="true" size={13} /> Another value
        </Button>
      </span>
    </span>
  );
}

/** The first value that the list does not have yet. */
function nextValue(field: RowField, values: readonly BlockValue[]): BlockValue {
  const taken = new Set(values.map((value) => (value.is === 'text' ? value.value : undefined)));
  const free = field.values?.find((value) => !taken.has(value));
  return free === undefined ? firstValue(field) : { is: 'text', value: free };
}
