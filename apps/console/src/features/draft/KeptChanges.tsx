'use client';
/** What was written and not taken: to read, to copy, to put back or to let go. */
import { Button } from '../../ui/Button';
import { Scrollable } from '../../ui/Scrollable';
import { useDraft } from './DraftProvider';
import { keptWords } from './keptWords';

export function KeptChanges() {
  const { kept, putBack, letGo } = useDraft();
  if (kept.length === 0) return null;
  const rows = keptWords(kept.flatMap(({ patch }) => patch));
  return (
    <section
      aria-label="What is not saved"
      className="rounded-md border-l-4 border-bad bg-raised px-3 py-2"
    >
      <p className="m-0">
        Not saved, because the draft was changed in the same place or refused it:
      </p>
      <Scrollable className="my-1 text-[13px]" label="What was written" maxHeight={240}>
        <dl className="m-0 flex flex-col gap-1">
          {rows.map(({ path, says }) => (
            <div key={path}>
              <dt className="text-muted">{path}</dt>
              <dd className="m-0 break-words whitespace-pre-wrap" dir="auto">
                {says}
              </dd>
            </div>
          ))}
        </dl>
      </Scrollable>
      <span className="flex gap-2">
        <Button onClick={putBack}>Put it back</Button>
        <Button onClick={letGo} tone="bare">
          Let it go
        </Button>
      </span>
    </section>
  );
}
