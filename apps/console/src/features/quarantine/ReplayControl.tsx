'use client';
/** Sends an entry again, as it came or repaired, and says what became of it. */
import { useQueryClient } from '@tanstack/react-query';
import type { QuarantineEntry, QuarantineReplay } from '@trove/contracts';
import Link from 'next/link';
import { useState, useTransition } from 'react';
import { noAnswer } from '../../fetching/noAnswer';
import {
  type ReplayAnswer,
  type ReplayOrder,
  replayEntry,
} from '../../server/commands/replayEntry';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { useScopedHref } from '../frame/useScopedHref';
import type { EntriesAnswer } from './answers';
import { keyOfEntry } from './keyOfEntry';

interface ReplayControlProps {
  readonly entry: QuarantineEntry;
  /** The repaired event; absent when it goes as it came. */
  readonly text?: string;
  /** Known to go to a hunt that is not live. */
  readonly isClosed?: boolean;
}

export function ReplayControl({ entry, text, isClosed = false }: ReplayControlProps) {
  const [isPending, startTransition] = useTransition();
  const [answer, setAnswer] = useState<ReplayAnswer>();
  const [allowsClosed, setAllowsClosed] = useState(false);
  const client = useQueryClient();
  const hrefTo = useScopedHref();
  const asksFirst = isClosed || answer?.isClosed === true;
  const replay = () => {
    startTransition(async () => {
      const { stream, streamId } = entry;
      const answered = await answerOf({ stream, streamId, text, allowsClosed });
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
      {asksFirst && (
        <label className="flex items-start gap-2">
          <input
            checked={allowsClosed}
            className="mt-1"
            onChange={({ target }) => setAllowsClosed(target.checked)}
            type="checkbox"
          />
          <span>Send it all the same: it is closed then, for no points, and its id is spent.</span>
        </label>
      )}
      <span>
        <Button disabled={isPending || (asksFirst && !allowsClosed)} onClick={replay}>
          {wordsOfButton(isPending, text !== undefined)}
        </Button>
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

function wordsOfButton(isPending: boolean, isRepaired: boolean): string {
  if (isPending) return 'Replaying …';
  return isRepaired ? 'Replay as repaired' : 'Replay';
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

async function answerOf(order: ReplayOrder): Promise<ReplayAnswer> {
  try {
    return await replayEntry(order);
  } catch {
    return noAnswer('Look for the event by its id.');
  }
}
