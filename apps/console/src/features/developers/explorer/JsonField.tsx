'use client';
/** A value of any shape, as JSON; what is no JSON is told and not taken over. */
import { useId, useState } from 'react';
import { TextArea } from '../../../ui/TextArea';
import type { SchemaFieldProps } from './SchemaField';

export function JsonField({ label, value, onChange }: SchemaFieldProps) {
  const name = useId();
  const [text, setText] = useState(() => JSON.stringify(value ?? {}, null, 2));
  const [wrong, setWrong] = useState<string>();
  const take = (next: string) => {
    setText(next);
    try {
      onChange(JSON.parse(next));
      setWrong(undefined);
    } catch (error) {
      setWrong(error instanceof Error ? error.message : 'Not JSON.');
    }
  };
  return (
    <TextArea
      label={`${label}, as JSON`}
      name={name}
      onChange={(event) => take(event.target.value)}
      value={text}
      wrong={wrong}
    />
  );
}
