'use client';
/** The fields of one expectation, by its kind. */
import { textOf } from '../../draft/draftHunt';
import { NumberInput, Select } from '../controls';
import { type Entry, kindOfExpect } from './ownTypeEdits';
import { TextsInput } from './TextsInput';

interface ExpectFieldsProps {
  readonly expect: Entry;
  readonly fields: readonly string[];
  readonly onChange: (expect: Entry) => void;
}

export function ExpectFields({ expect, fields, onChange }: ExpectFieldsProps) {
  const choices = fields.map((name) => ({ value: name, title: name }));
  const part = { expect, onChange };
  const field = (
    <Select
      choices={choices}
      label="Field"
      onSelect={(name) => onChange({ ...expect, field: name })}
      value={textOf(expect['field'])}
    />
  );
  switch (kindOfExpect(expect)) {
    case 'range':
      return (
        <>
          {field}
          <Part {...part} label="Least" name="min" />
          <Part {...part} label="Most" name="max" />
        </>
      );
    case 'list':
      return (
        <>
          {field}
          <TextsInput
            label="What it can be"
            onChange={(oneOf) => onChange({ ...expect, oneOf })}
            values={textsOf(expect['oneOf'])}
          />
        </>
      );
    case 'fresh':
      return <Part {...part} label="Within seconds" name="freshS" />;
    case 'growing':
      return (
        <Select
          choices={[{ value: 'time', title: 'its own time' }, ...choices]}
          label="What never falls"
          onSelect={(growing) => onChange({ growing })}
          value={textOf(expect['growing'])}
        />
      );
    case 'rate':
      return (
        <>
          <Part {...part} label="Events" name="atMost" />
          <span className="text-muted">in</span>
          <Part {...part} label="Seconds" name="perS" />
        </>
      );
    case 'together':
      return (
        <TextsInput
          label="Fields"
          onChange={(together) => onChange({ together })}
          values={textsOf(expect['together'])}
        />
      );
  }
}

interface PartProps {
  readonly expect: Entry;
  readonly name: string;
  readonly label: string;
  readonly onChange: (expect: Entry) => void;
}

function Part({ expect, name, label, onChange }: PartProps) {
  const value = expect[name];
  return (
    <NumberInput
      className="w-20"
      isWhole={false}
      label={label}
      onNumber={(number) => {
        const { [name]: _, ...others } = expect;
        onChange(number === undefined ? others : { ...expect, [name]: number });
      }}
      value={typeof value === 'number' ? value : undefined}
    />
  );
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(textOf) : [];
}
