'use client';
/** What can be done about one entry: replay it as it came, repair it, discard it. */
import type { QuarantineEntry } from '@trove/contracts';
import { useState } from 'react';
import { wordsOfCode } from '../../live/outcomes';
import { Button } from '../../ui/Button';
import { TimeText } from '../../ui/TimeText';
import { DiscardOne } from './DiscardOne';
import { RepairEditor } from './RepairEditor';
import { ReplayControl } from './ReplayControl';

export function EntryActs({ entry }: { readonly entry: QuarantineEntry }) {
  const [act, setAct] = useState<'repair' | 'discard'>();
  const { care, replay } = entry;
  if (care?.discarded) {
    const { by, at, reason } = care.discarded;
    return (
      <p className="m-0 text-muted">
        Discarded by {by} <TimeText as="age" ms={at} />: {reason}
      </p>
    );
  }
  const toggle = (one: 'repair' | 'discard') => setAct(act === one ? undefined : one);
  const isOpen = care === undefined || care.state === 'open';
  return (
    <div className="flex flex-col gap-3">
      <p className="m-0 text-muted">
        {replay ? (
          <>
            Replayed by {replay.by} <TimeText as="age" ms={replay.at} />:{' '}
            {wordsOfCode(replay.outcome)}
          </>
        ) : (
          'A replay sends it again under its own id: it counts once or not at all.'
        )}
      </p>
      {care?.stays !== undefined && <p className="m-0 text-doubt">It stayed here: {care.stays}</p>}
      {care?.isClaimed && <p className="m-0 text-doubt">A repair run holds it: {care.run}</p>}
      {act !== 'repair' && <ReplayControl entry={entry} />}
      {isOpen && !care?.isClaimed && (
        <span className="flex gap-2">
          <Button aria-expanded={act === 'repair'} onClick={() => toggle('repair')}>
            Repair by hand …
          </Button>
          <Button aria-expanded={act === 'discard'} onClick={() => toggle('discard')}>
            Discard …
          </Button>
        </span>
      )}
      {isOpen && act === 'repair' && <RepairEditor entry={entry} />}
      {isOpen && act === 'discard' && <DiscardOne entry={entry} />}
    </div>
  );
}
