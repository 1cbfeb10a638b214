'use client';
/** What is always said of the draft: on what it is based, whether it is saved, what is wrong. */
import { Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useEffect } from 'react';
import { formatNumberOf } from '../../format/numbers';
import { Button } from '../../ui/Button';
import { isTyping } from '../../ui/isTyping';
import { Notice } from '../../ui/Notice';
import { useScopedHref } from '../frame/useScopedHref';
import { useDraft } from './DraftProvider';
import { KeptChanges } from './KeptChanges';

export function DraftStrip() {
  const { draft, value, isSaving, says, canUndo, undo, written } = useDraft();
  const hrefTo = useScopedHref();
  const { findings, unsaid, slug, baseVersion, lastVersion } = draft;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  useUndoKey(undo);
  return (
    <div className="flex flex-col gap-2 print:hidden">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[13px]">
        <span className="text-muted">{baseOf(baseVersion)}</span>
        <span aria-live="polite" className="text-muted">
          {isSaving || value !== draft.value ? 'Saving …' : 'Saved'}
        </span>
        {written && (
          <Link className="text-doubt hover:underline" href={hrefTo(`/hunts/${slug}/text`)}>
            ▲ a text is not saved
          </Link>
        )}
        <Link className="hover:underline" href={hrefTo(`/hunts/${slug}/text`)}>
          {errors > 0 && <span className="text-bad">■ {formatNumberOf(errors, 'mistake')} </span>}
          {warnings > 0 && (
            <span className="text-doubt">▲ {formatNumberOf(warnings, 'warning')}</span>
          )}
          {findings.length === 0 && <span className="text-good">● nothing to mend</span>}
          {unsaid.length > 0 && <span className="text-muted"> (not all is said)</span>}
        </Link>
        <span className="ml-auto flex items-center gap-2">
          <Button
            aria-label="Undo"
            disabled={!canUndo}
            onClick={undo}
            title="Undo (Ctrl Z)"
            tone="bare"
          >
            <Undo2 aria-hidden="true" size={14} />
          </Button>
          <Link
            className="rounded-md border border-accent px-2.5 py-1 text-accent hover:bg-raised"
            href={hrefTo(`/hunts/${slug}/versions`)}
          >
            Review and publish
          </Link>
        </span>
      </div>
      {says !== undefined && <Notice tone="bad">{says}</Notice>}
      <KeptChanges />
      {lastVersion > baseVersion && (
        <Notice tone="doubt">
          Version {lastVersion} was published since this draft began: look at what differs under
          Versions.
        </Notice>
      )}
    </div>
  );
}

function baseOf(baseVersion: number): string {
  return baseVersion === 0 ? 'Draft of a new hunt' : `Draft, begun as version ${baseVersion}`;
}

function useUndoKey(undo: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!isUndo || isTyping(event)) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo]);
}
