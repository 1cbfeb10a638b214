'use client';
/** One entry of a list in a form, with the way to take it out. */
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button';

interface EntryCardProps {
  /** As `Badge 2`. */
  readonly name: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

export function EntryCard({ name, onRemove, children }: EntryCardProps) {
  return (
    <fieldset className="m-0 flex min-w-0 gap-2 border-0 border-l-2 border-line p-0 pl-3">
      <legend className="sr-only">{name}</legend>
      <div className="grid min-w-0 flex-1 grid-cols-2 gap-3 sm:grid-cols-6">{children}</div>
      <Button aria-label={`Take out ${name}`} className="mt-6" onClick={onRemove} tone="bare">
        <Trash2 aria-hidden="true" size={14} />
      </Button>
    </fieldset>
  );
}
