'use client';
/** Mistakes and suspicions: what was found, what is allowed, and the mend where there is one. */
import type { Finding } from '@trove/contracts';
import { useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { mendDraft } from '../../server/commands/saveDraft';
import { Button } from '../../ui/Button';
import { useDraft } from './DraftProvider';

interface FindingListProps {
  readonly findings: readonly Finding[];
  /** What was not looked for or not told, in sentences. */
  readonly unsaid?: readonly string[];
}

export function FindingList({ findings, unsaid = [] }: FindingListProps) {
  if (findings.length + unsaid.length === 0) return null;
  return (
    <ul aria-live="polite" className="m-0 flex list-none flex-col gap-1 p-0 text-[13px]">
      {findings.map((finding) => (
        <FindingRow finding={finding} key={`${finding.path} ${finding.rule} ${finding.message}`} />
      ))}
      {unsaid.map((sentence) => (
        <li className="text-muted" key={sentence}>
          {sentence}
        </li>
      ))}
    </ul>
  );
}

function FindingRow({ finding }: { readonly finding: Finding }) {
  const { severity, message, found, allowed, mend, edit, path } = finding;
  const { draft, hear, isSaving } = useDraft();
  const [isPending, startTransition] = useTransition();
  const isError = severity === 'error';
  const apply = () => {
    startTransition(async () => {
      if (!edit) return;
      const { slug, revision } = draft;
      hear(await mendDraft({ slug, revision, edit }).catch(() => NO_ANSWER));
    });
  };
  return (
    <li className={isError ? 'text-bad' : 'text-doubt'}>
      <span aria-hidden="true">{isError ? '■' : '▲'} </span>
      <span className="sr-only">{isError ? 'Mistake: ' : 'Suspicion: '}</span>
      {message} <span className="text-muted">{path}</span>
      {isError && (
        <span className="block text-muted">
          Found {found}; allowed is {allowed}.
        </span>
      )}
      <span className="flex flex-wrap items-center gap-2 text-muted">
        {mend}
        {edit && (
          <Button disabled={isPending || isSaving} onClick={apply} tone="bare">
            Mend it
          </Button>
        )}
      </span>
    </li>
  );
}
