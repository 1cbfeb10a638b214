'use client';
/** A published hunt that nobody is working on: the way to begin. */
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { startDraft } from '../../server/commands/startDraft';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';

export function NoDraft({ slug }: { readonly slug: string }) {
  const router = useRouter();
  const [says, setSays] = useState<string>();
  const [isPending, startTransition] = useTransition();
  const start = () => {
    startTransition(async () => {
      const answer = await startDraft({ slug }).catch(() => NO_ANSWER);
      if (answer.isDone) router.refresh();
      else setSays(answer.says);
    });
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-muted">
        Nobody is changing this hunt. A draft begins as the version that is live now; players see
        nothing of it until it is published.
      </p>
      {says !== undefined && <Notice tone="bad">{says}</Notice>}
      <Button disabled={isPending} onClick={start} tone="main">
        {isPending ? 'Starting …' : 'Start a draft'}
      </Button>
    </div>
  );
}
