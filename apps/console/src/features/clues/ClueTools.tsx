'use client';
/** What can be done with the list, for hands that use no keys. */
import { ClipboardPaste, Plus, Printer } from 'lucide-react';
import Link from 'next/link';
import { Button } from '../../ui/Button';
import { useDraft } from '../draft/DraftProvider';
import { ZonePicker } from '../draft/fields/ZonePicker';
import { useScopedHref } from '../frame/useScopedHref';
import type { ClueActs } from './useClueActs';

interface ClueToolsProps {
  readonly acts: ClueActs;
  readonly onPaste: () => void;
  /** Beside the editor, which has the zone itself. */
  readonly isNarrow: boolean;
}

export function ClueTools({ acts, onPaste, isNarrow }: ClueToolsProps) {
  const { draft } = useDraft();
  const hrefTo = useScopedHref();
  return (
    <span className="flex items-center gap-2">
      {!isNarrow && (
        <span className="hidden xl:block">
          <ZonePicker />
        </span>
      )}
      <Link
        aria-label="Sheet of codes to print"
        className="rounded p-1 text-muted hover:bg-raised hover:text-ink"
        href={hrefTo(`/hunts/${draft.slug}/qr`)}
        title="Sheet of codes to print"
      >
        <Printer aria-hidden="true" size={15} />
      </Link>
      <Button aria-label="Paste clues" onClick={onPaste} title="Paste clues" tone="bare">
        <ClipboardPaste aria-hidden="true" size={15} />
      </Button>
      <Button onClick={acts.add} title="Add a clue (n)">
        <Plus aria-hidden="true" size={15} /> Add
      </Button>
    </span>
  );
}
