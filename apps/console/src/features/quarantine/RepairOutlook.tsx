'use client';
/** What a repair would do: how many match, what becomes of them, why some stay, and samples. */
import type { Prospect } from '@trove/core';
import { formatCount, formatNumberOf } from '../../format/numbers';
import type { PreviewAnswer } from '../../server/commands/repairMany';
import { type Fact, FactList } from '../../ui/FactList';
import { Notice } from '../../ui/Notice';
import { Scrollable } from '../../ui/Scrollable';
import { ForetoldList } from './ForetoldList';

type Good = Extract<PreviewAnswer, { isDone: true }>;

interface RepairOutlookProps {
  readonly answer: Good;
  readonly allowsClosed: boolean;
  readonly onAllowClosed: (isAllowed: boolean) => void;
}

const PROSPECT_WORDS: Readonly<Record<Prospect, string>> = {
  counts: 'will count: nothing was accepted under its id',
  judged: 'will be judged as any event',
  repeats: 'repeat what was counted, and move nothing',
  closed: 'go to a hunt that is not live',
  late: 'too old to be told from repeats: not sent',
  unvouched: 'of unknown right: not sent',
  no_hunt: 'have no hunt: not sent',
};

export function RepairOutlook({ answer, allowsClosed, onAllowClosed }: RepairOutlookProps) {
  const { preview, foretold, isCut } = answer;
  const { looked, matched, sent, stays, held, ofOtherVersion, closedHunts } = preview;
  const facts: Fact[] = [
    ['match', `${formatCount(matched)} of ${formatNumberOf(looked, 'event')}`],
    ['are replayed', formatCount(sent)],
    ['stay here', formatCount(stays)],
    ...(held > 0 ? [['held by a run', formatCount(held)] satisfies Fact] : []),
  ];
  return (
    <div className="flex flex-col gap-3" role="status">
      <FactList facts={facts} />
      {isCut && (
        <p className="m-0 text-doubt">One repair takes the oldest {formatCount(looked)}.</p>
      )}
      {ofOtherVersion > 0 && (
        <p className="m-0 text-doubt">
          {formatNumberOf(ofOtherVersion, 'event was', 'events were')} refused under another version
          of the rules than the one in force, which judges now.
        </p>
      )}
      <ul className="m-0 list-disc pl-5 text-muted">
        {linesOf(preview).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {closedHunts.length > 0 && (
        <Notice tone="doubt">
          <label className="flex items-start gap-2">
            <input
              checked={allowsClosed}
              className="mt-1"
              onChange={({ target }) => onAllowClosed(target.checked)}
              type="checkbox"
            />
            <span>
              Send them all the same: {closedHunts.join(', ')} is paused or ended, so that they
              would be closed, for no points, and their ids spent.
            </span>
          </label>
        </Notice>
      )}
      <ForetoldList foretold={foretold} />
      <Samples samples={preview.samples} />
    </div>
  );
}

/** What is expected of those that their contract accepts, and then why others stay. */
function linesOf({ prospects, reasons }: Good['preview']): string[] {
  const counted = Object.entries(prospects) as [Prospect, number][];
  return [
    ...counted
      .filter(([, count]) => count > 0)
      .map(([prospect, count]) => `${formatCount(count)} ${PROSPECT_WORDS[prospect]}`),
    ...reasons.map(({ says, count }) => `${formatCount(count)} stay: ${says}`),
  ];
}

function Samples({ samples }: Pick<Good['preview'], 'samples'>) {
  return samples.map(({ eventId, before, after, says }) => (
    <figure className="m-0 min-w-0" key={eventId}>
      <figcaption className="pb-1 text-[13px] text-muted">
        {eventId}
        {says in PROSPECT_WORDS ? '' : `: ${says}`}
      </figcaption>
      <Scrollable
        className="max-h-40 rounded-md bg-raised p-3"
        label={`Before and after of ${eventId}`}
      >
        <pre className="figures m-0 text-[12px] whitespace-pre-wrap break-all">
          <del className="block no-underline before:content-['−_']">{before}</del>
          <ins className="block no-underline before:content-['+_']">{after}</ins>
        </pre>
      </Scrollable>
    </figure>
  ));
}
