'use client';
/** What can be done with a hunt's draft in the list: begin another of it, put it away. */
import { useQueryClient } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Copy } from 'lucide-react';
import { useTransition } from 'react';
import { archiveHunt } from '../../server/commands/archiveHunt';
import { Button } from '../../ui/Button';
import type { HuntRow } from './huntRows';

interface DraftActsProps {
  readonly row: HuntRow;
  readonly onAnswer: (answer: { readonly isDone: boolean; readonly says: string }) => void;
  readonly onDuplicate: (row: HuntRow) => void;
}

export function DraftActs({ row, onAnswer, onDuplicate }: DraftActsProps) {
  const client = useQueryClient();
  const [isPending, startTransition] = useTransition();
  const { slug, title, draft } = row;
  const archive = (isArchived: boolean) => {
    startTransition(async () => {
      onAnswer(await archiveHunt({ slug, isArchived }).catch(() => NO_ANSWER));
      await client.invalidateQueries({ queryKey: ['drafts'] });
    });
  };
  return (
    <span className="flex">
      <Button
        aria-label={`Duplicate ${title}`}
        onClick={() => onDuplicate(row)}
        title="Duplicate"
        tone="bare"
      >
        <Copy aria-hidden="true" size={15} />
      </Button>
      {draft && (
        <Button
          aria-label={draft.isArchived ? `Take out ${title}` : `Put away ${title}`}
          disabled={isPending}
          onClick={() => archive(!draft.isArchived)}
          title={draft.isArchived ? 'Take the draft out again' : 'Put the draft away'}
          tone="bare"
        >
          {draft.isArchived ? (
            <ArchiveRestore aria-hidden="true" size={15} />
          ) : (
            <Archive aria-hidden="true" size={15} />
          )}
        </Button>
      )}
    </span>
  );
}

const NO_ANSWER = { isDone: false, says: 'The console does not answer. Nothing was changed.' };
