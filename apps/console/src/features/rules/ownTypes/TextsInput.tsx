'use client';
/** Several short texts, one a line. */
import { useState } from 'react';

interface TextsInputProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

export function TextsInput({ label, values, onChange }: TextsInputProps) {
  // Empty lines are kept while they are typed and no value.
  const [typed, setTyped] = useState<string>();
  const written = values.join('\n');
  return (
    <textarea
      aria-label={`${label}, one a line`}
      className="min-h-8 w-44 rounded-md border border-line bg-ground px-2 py-1 text-[13px]"
      onBlur={() => setTyped(undefined)}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(target.value.split('\n').filter((line) => line !== ''));
      }}
      rows={Math.min(6, Math.max(2, values.length))}
      value={typed ?? written}
    />
  );
}
