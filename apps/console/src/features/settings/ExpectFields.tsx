'use client';
/** The fields of one expectation, by its kind. */
import { isRecord, textsOf } from '../clues/clueParts';
import { NumberField } from '../draft/fields/NumberField';
import { TextField } from '../draft/fields/TextField';
import { type Steps, useSet } from '../draft/useSet';
import type { ExpectKind } from './expectParts';

interface ExpectFieldsProps {
  readonly kind: ExpectKind;
  readonly at: Steps;
  readonly expect: unknown;
}

const NUMBERS: Readonly<Record<ExpectKind, readonly (readonly [name: string, label: string])[]>> = {
  range: [
    ['min', 'At least'],
    ['max', 'At most'],
  ],
  oneOf: [],
  fresh: [['freshS', 'Seconds before it was received, at most']],
  growing: [],
  rate: [
    ['atMost', 'Events at most'],
    ['perS', 'In so many seconds'],
  ],
  together: [],
};

export function ExpectFields({ kind, at, expect }: ExpectFieldsProps) {
  const values = isRecord(expect) ? expect : {};
  const hasField = kind === 'range' || kind === 'oneOf';
  return (
    <>
      {hasField && (
        <TextField
          className="sm:col-span-2"
          isCode
          label="Field of data"
          steps={[...at, 'field']}
          value={values['field']}
        />
      )}
      {kind === 'growing' && (
        <TextField
          className="col-span-2 sm:col-span-3"
          hint="time, or a field of data"
          isCode
          label="What never falls"
          steps={[...at, 'growing']}
          value={values['growing']}
        />
      )}
      {NUMBERS[kind].map(([name, label]) => (
        <NumberField
          className="sm:col-span-2"
          key={name}
          label={label}
          steps={[...at, name]}
          value={values[name]}
        />
      ))}
      {kind === 'oneOf' && <ListField label="Values" steps={[...at, kind]} value={values[kind]} />}
      {kind === 'together' && (
        <ListField label="Fields of data" steps={[...at, kind]} value={values[kind]} />
      )}
    </>
  );
}

interface ListFieldProps {
  readonly label: string;
  readonly steps: Steps;
  readonly value: unknown;
}

function ListField({ label, steps, value }: ListFieldProps) {
  const set = useSet();
  const take = (text: string) => {
    const lines = text.split('\n').map((line) => line.trim());
    set({ steps, value: lines.filter((line) => line !== '') });
  };
  return (
    <TextField
      className="col-span-2 sm:col-span-4"
      hint="one a line"
      label={label}
      onCommit={take}
      rows={3}
      steps={steps}
      value={textsOf(value).join('\n')}
    />
  );
}
