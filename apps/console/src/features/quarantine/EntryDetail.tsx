/** One refused event: why, where in it, and its original with the failing path marked. */
import type { QuarantineEntry } from '@trove/contracts';
import type { ReactNode } from 'react';
import { formatBytes } from '../../format/numbers';
import { wordsOfCode } from '../../live/outcomes';
import { CopyId } from '../../ui/CopyId';
import { TimeText } from '../../ui/TimeText';
import { markPath } from './markPath';

const STAGE_WORDS = { door: 'at the door', decide: 'while deciding' } as const;

export function EntryDetail({ entry }: { readonly entry: QuarantineEntry }) {
  return (
    <div className="flex flex-col gap-3 border-l-2 border-bad bg-ground px-3 py-3">
      <p className="m-0">
        Refused {STAGE_WORDS[entry.stage]} as <strong>{wordsOfCode(entry.code)}</strong>:{' '}
        {entry.path !== '' && <code className="text-bad">{entry.path}</code>} {entry.detail}
      </p>
      <dl className="grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-2">
        <Fact name="id">{idOf(entry.eventId)}</Fact>
        <Fact name="ack">{wordsOfCode(entry.ack)}</Fact>
        <Fact name="hunt">{idOf(entry.hunt)}</Fact>
        <Fact name="type">{idOf(entry.type)}</Fact>
        <Fact name="team">{idOf(entry.team)}</Fact>
        <Fact name="player">{idOf(entry.player)}</Fact>
        <Fact name="source">{idOf(entry.source)}</Fact>
        <Fact name="came by">{entry.transport}</Fact>
        <Fact name="refused">
          <TimeText as="millis" ms={entry.refusedAt} />
        </Fact>
        <Fact name="sha-256">
          <CopyId id={entry.originalSha256} shown={16} />
        </Fact>
      </dl>
      <Original entry={entry} />
    </div>
  );
}

function Original({ entry }: { readonly entry: QuarantineEntry }) {
  const { before, marked, after } = markPath(entry.original, entry.path);
  const isWhole = entry.originalBytes <= new TextEncoder().encode(entry.original).length;
  return (
    <figure className="m-0">
      <figcaption className="pb-1 text-muted">
        {entry.reserialised
          ? 'The value as it was parsed, written out again'
          : 'The original, laid out to be read'}
        , {formatBytes(entry.originalBytes)}
        {!isWhole && '; only its beginning is kept'}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus. */}
      <pre
        aria-label="Original"
        className="figures m-0 max-h-96 overflow-auto rounded-md bg-raised p-3 text-[12px]"
        role="region"
        tabIndex={0}
      >
        {before}
        {marked !== '' && (
          <mark className="bg-bad/20 text-ink outline outline-bad" title={entry.detail}>
            {marked}
          </mark>
        )}
        {after}
      </pre>
    </figure>
  );
}

function idOf(text: string): ReactNode {
  return text === '' ? <span className="text-muted">not readable</span> : <CopyId id={text} />;
}

function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-w-0 gap-2">
      <dt className="w-20 shrink-0 text-muted">{props.name}</dt>
      <dd className="m-0 min-w-0 break-words">{props.children}</dd>
    </div>
  );
}
