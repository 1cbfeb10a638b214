'use client';
/** A button that asks for a hunt file and reads it; the same file can be chosen again. */
import { useRef } from 'react';
import { Button } from '../../ui/Button';
import { type ReadHuntFile, readHuntFile } from './readHuntFile';

interface PickHuntFileProps {
  readonly word: string;
  /** What the file is for. */
  readonly label: string;
  readonly onRead: (file: ReadHuntFile) => void;
}

export function PickHuntFile({ word, label, onRead }: PickHuntFileProps) {
  const input = useRef<HTMLInputElement>(null);
  const read = (file: File | undefined) => {
    if (file) void readHuntFile(file).then(onRead);
    // A browser tells of another choice only: without this the same file would do nothing.
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <input
        accept=".yaml,.yml,text/yaml"
        aria-label={label}
        className="sr-only"
        onChange={({ target }) => read(target.files?.[0])}
        ref={input}
        tabIndex={-1}
        type="file"
      />
      <Button onClick={() => input.current?.click()}>{word}</Button>
    </>
  );
}
