'use client';
/** The file that a new hunt is made of. */
import { PickHuntFile } from '../draft/PickHuntFile';
import type { ReadHuntFile } from '../draft/readHuntFile';
import { type NamedFile, namedFile } from './namedFile';

interface HuntFileFieldProps {
  readonly file: NamedFile | undefined;
  readonly onFile: (file: NamedFile) => void;
  readonly onRefused: (says: string) => void;
}

export function HuntFileField({ file, onFile, onRefused }: HuntFileFieldProps) {
  const read = async (chosen: ReadHuntFile) => {
    if (!chosen.isRead) return onRefused(chosen.says);
    const named = await namedFile(chosen.name, chosen.text);
    if (named) onFile(named);
    else onRefused(`${chosen.name} is no hunt file.`);
  };
  return (
    <span className="flex flex-wrap items-center gap-3">
      <PickHuntFile
        label="Hunt file to begin with"
        onRead={(chosen) => void read(chosen)}
        word={file ? 'Choose another …' : 'Choose a file …'}
      />
      <span className="min-w-0 break-words text-[13px] text-muted">
        {file?.fileName ?? 'YAML; its title and name are proposed below.'}
      </span>
    </span>
  );
}
