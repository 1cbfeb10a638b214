'use client';
/** One value of a condition: written, chosen where all it can be is known, or another name. */
import type { BlockValue } from '@trove/core/rule-blocks';
import { ArrowLeftRight } from 'lucide-react';
import { Button } from '../../ui/Button';
import { CONTROL, NumberInput, Select, TextInput } from './controls';
import { firstValue, type RowField } from './fieldTypes';
import { useRules } from './RulesContext';

interface ValueInputProps {
  readonly field: RowField;
  readonly fields: readonly RowField[];
  readonly value: BlockValue;
  readonly onChange: (value: BlockValue) => void;
}

export function ValueInput({ field, fields, value, onChange }: ValueInputProps) {
  const others = fields.filter(({ left, type }) => left !== field.left && type === field.type);
  const canBeName = field.values === undefined && others.length > 0;
  const isName = value.is === 'expression';
  const turn = () => {
    const name = others[0]?.left ?? '';
    onChange(isName ? firstValue(field) : { is: 'expression', text: name });
  };
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1">
      {isName ? (
        <Select
          choices={others.map(({ left, says }) => ({ value: left, title: says }))}
          label="Name"
          onSelect={(text) => onChange({ is: 'expression', text })}
          value={value.text}
        />
      ) : (
        <PlainInput field={field} onChange={onChange} value={value} />
      )}
      {(canBeName || isName) && (
        <Button
          aria-label={isName ? 'Compare with a value' : 'Compare with another name'}
          className="px-1.5"
          onClick={turn}
          title={isName ? 'Compare with a value' : 'Compare with another name'}
          tone="bare"
        >
          <ArrowLeftRight aria-hidden="true" size={13} />
        </Button>
      )}
    </span>
  );
}

type PlainValue = Exclude<BlockValue, { is: 'expression' }>;

interface PlainInputProps {
  readonly field: RowField;
  readonly value: PlainValue;
  readonly onChange: (value: BlockValue) => void;
}

const BOOLS = [
  { value: 'true', title: 'true' },
  { value: 'false', title: 'false' },
];

/** By what the value is: a text where a number is asked for stays a text until it is changed. */
function PlainInput({ field, value, onChange }: PlainInputProps) {
  const { titleOf } = useRules();
  switch (value.is) {
    case 'number':
      return (
        <NumberInput
          isWhole={false}
          label="Value"
          onNumber={(number) => onChange({ is: 'number', value: number ?? 0 })}
          value={value.value}
        />
      );
    case 'bool':
      return (
        <Select
          choices={BOOLS}
          label="Value"
          onSelect={(chosen) => onChange({ is: 'bool', value: chosen === 'true' })}
          value={String(value.value)}
        />
      );
    case 'time':
      return <TimeInput onChange={onChange} value={value.value} />;
    case 'text': {
      const onText = (text: string) => onChange({ is: 'text', value: text });
      const { values } = field;
      if (values === undefined) {
        return <TextInput className="w-44" label="Value" onText={onText} value={value.value} />;
      }
      const choices = values.map((one) => {
        return { value: one, title: titleOf(field.left, one) ?? one.replaceAll('_', ' ') };
      });
      return <Select choices={choices} label="Value" onSelect={onText} value={value.value} />;
    }
  }
}

const UTC_SECONDS = 'YYYY-MM-DDTHH:MM:SS'.length;

function TimeInput({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: PlainInputProps['onChange'];
}) {
  const time = new Date(value);
  const shown = Number.isNaN(time.getTime()) ? '' : time.toISOString().slice(0, UTC_SECONDS);
  return (
    <span className="flex items-center gap-1 text-[13px] text-muted">
      <input
        aria-label="Moment, UTC"
        className={CONTROL}
        onChange={({ target }) => {
          const next = new Date(`${target.value}Z`);
          if (Number.isNaN(next.getTime())) return;
          onChange({ is: 'time', value: next.toISOString().replace('.000Z', 'Z') });
        }}
        step={1}
        type="datetime-local"
        value={shown}
      />
      UTC
    </span>
  );
}
