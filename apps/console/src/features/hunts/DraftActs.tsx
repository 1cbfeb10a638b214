'use client';
/** What can be done with a hunt's draft in the list: begin another of it, put it away. */
import { useQueryClient } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Copy } from 'lucide-react';
import { useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { archiveHunt } from '../../server/commands/archiveHunt';
import { Button } from '../../ui/Button';
import { canBePutAway, type HuntRow } from './huntRows';

interface DraftActsProps {
  readonly row: HuntRow;
  readonly onAnswer: (answer: { readonly isDone: boolean; readonly says: string }) => void;
  readonly onDuplicate: (row: HuntRow) => void;
}

export function DraftActs({ row, onAnswer, onDuplicate }: DraftActsProps) {
  const client = useQueryClient();
  const [isPending, startTransition] = useTransition();
  const { slug, title, draft, live } = row;
  const isAway = draft?.isArchived === true;
  const what = live?.phase === 'ended' ? 'hunt' : 'draft';
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
      {canBePutAway(row) && (
        <Button
          aria-label={isAway ? `Take out ${title}` : `Put away ${title}`}
          disabled={isPending}
          onClick={() => archive(!isAway)}
          title={isAway ? `Take the ${what} out again` : `Put the ${what} away`}
          tone="bare"
        >
          {isAway ? (
            <ArchiveRestore aria-hidden="true" size={15} />
          ) : (
            <Archive aria-hidden="true" size={15} />
          )}
        </Button>
      )}
    </span>
  );
}
