'use client';
/** Sends an entry again as it is, and says what became of it. */
import { useQueryClient } from '@tanstack/react-query';
import type { QuarantineEntry, QuarantineReplay } from '@trove/contracts';
import Link from 'next/link';
import { useState, useTransition } from 'react';
import { wordsOfCode } from '../../live/outcomes';
import { type ReplayAnswer, replayEntry } from '../../server/commands/replayEntry';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { TimeText } from '../../ui/TimeText';
import { useScopedHref } from '../frame/useScopedHref';
import type { EntriesAnswer } from './answers';
import { keyOfEntry } from './keyOfEntry';

export function ReplayButton({ entry }: { readonly entry: QuarantineEntry }) {
  const [isPending, startTransition] = useTransition();
  const [answer, setAnswer] = useState<ReplayAnswer>();
  const client = useQueryClient();
  const hrefTo = useScopedHref();
  const replay = () => {
    startTransition(async () => {
      const answered = await answerOf(entry);
      setAnswer(answered);
      // The page stands still while a row is open: asked for anew, the row might not be on it.
      client.setQueriesData<EntriesAnswer>({ queryKey: ['quarantine', 'entries'] }, (page) => {
        return page && withReplay(page, entry, answered.replay);
      });
      await client.invalidateQueries({ queryKey: ['quarantine', 'groups'] });
    });
  };
  return (
    <div className="flex flex-col gap-2">
      <span className="flex flex-wrap items-center gap-3">
        <Button disabled={isPending} onClick={replay}>
          {isPending ? 'Replaying …' : 'Replay'}
        </Button>
        <span className="text-muted">
          {entry.replay ? (
            <>
              Replayed by {entry.replay.by} <TimeText as="age" ms={entry.replay.at} />:{' '}
              {wordsOfCode(entry.replay.outcome)}
            </>
          ) : (
            'Sends it again as it is, under its own id: it counts once or not at all.'
          )}
        </span>
      </span>
      {answer && (
        <Notice tone={answer.isDone ? 'good' : 'doubt'}>
          {answer.says}{' '}
          {answer.isDone && (
            <Link className="text-accent underline" href={hrefTo('/events', { id: entry.eventId })}>
              See the event
            </Link>
          )}
        </Notice>
      )}
    </div>
  );
}

function withReplay(
  page: EntriesAnswer,
  replayed: QuarantineEntry,
  replay: QuarantineReplay | undefined,
): EntriesAnswer {
  if (replay === undefined) return page;
  const key = keyOfEntry(replayed);
  const entries = page.entries.map((entry) => {
    return keyOfEntry(entry) === key ? { ...entry, replay } : entry;
  });
  return { ...page, entries };
}

async function answerOf({ stream, streamId }: QuarantineEntry): Promise<ReplayAnswer> {
  try {
    return await replayEntry({ stream, streamId });
  } catch {
    return { isDone: false, says: 'The console does not answer. Look for the event by its id.' };
  }
}
