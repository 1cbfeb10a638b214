/** One refused event: why, where in it, and its original with the failing path marked. */
import type { QuarantineEntry } from '@trove/contracts';
import type { ReactNode } from 'react';
import { formatBytes } from '../../format/numbers';
import { wordsOfCode } from '../../live/outcomes';
import { CopyId } from '../../ui/CopyId';
import { type Fact, FactList } from '../../ui/FactList';
import { Scrollable } from '../../ui/Scrollable';
import { TimeText } from '../../ui/TimeText';
import { ContractTable } from './ContractTable';
import { EntryActs } from './EntryActs';
import { markPath } from './markPath';

const STAGE_WORDS = { door: 'at the door', decide: 'while deciding' } as const;

export function EntryDetail({ entry }: { readonly entry: QuarantineEntry }) {
  return (
    <div className="flex flex-col gap-3 border-l-2 border-bad bg-ground px-3 py-3">
      <p className="m-0">
        Refused {STAGE_WORDS[entry.stage]} as <strong>{wordsOfCode(entry.code)}</strong>:{' '}
        {entry.path !== '' && <code className="text-bad">{entry.path}</code>} {entry.detail}
      </p>
      <FactList facts={factsOf(entry)} />
      <div className="grid grid-cols-1 gap-3 @4xl:grid-cols-2">
        <Original entry={entry} />
        <ContractTable hunt={entry.hunt} path={entry.path} type={entry.type} />
      </div>
      {entry.care?.repaired !== undefined && <Repaired text={entry.care.repaired} />}
      {entry.eventId !== '' && <EntryActs entry={entry} />}
    </div>
  );
}

function Original({ entry }: { readonly entry: QuarantineEntry }) {
  const { before, marked, after } = markPath(entry.original, entry.path);
  const isWhole = entry.originalBytes <= new TextEncoder().encode(entry.original).length;
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="pb-1 text-muted">
        {entry.reserialised
          ? 'The value as it was parsed, written out again'
          : 'The original, laid out to be read'}
        , {formatBytes(entry.originalBytes)}
        {!isWhole && '; only its beginning is kept'}
      </figcaption>
      <Scrollable className="max-h-96 rounded-md bg-raised p-3" label="Original">
        <pre className="figures m-0 text-[12px]">
          {before}
          {marked !== '' && (
            <mark className="bg-bad/20 text-ink outline outline-bad" title={entry.detail}>
              {marked}
            </mark>
          )}
          {after}
        </pre>
      </Scrollable>
    </figure>
  );
}

function Repaired({ text }: { readonly text: string }) {
  const { before } = markPath(text, '');
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="pb-1 text-muted">The event as it was replayed</figcaption>
      <Scrollable className="max-h-96 rounded-md bg-raised p-3" label="Repaired">
        <pre className="figures m-0 text-[12px]">{before}</pre>
      </Scrollable>
    </figure>
  );
}

function factsOf(entry: QuarantineEntry): Fact[] {
  return [
    ['id', idOf(entry.eventId)],
    ['ack', wordsOfCode(entry.ack)],
    ['hunt', idOf(entry.hunt)],
    ['type', idOf(entry.type)],
    ['team', idOf(entry.team)],
    ['player', idOf(entry.player)],
    ['source', idOf(entry.source)],
    ['came by', entry.transport],
    ['rules', entry.huntVersion === 0 ? 'version not known' : `version ${entry.huntVersion}`],
    ['refused', <TimeText as="millis" key="refused" ms={entry.refusedAt} />],
    ['sha-256', <CopyId id={entry.originalSha256} key="sha" shown={16} />],
  ];
}

function idOf(text: string): ReactNode {
  return text === '' ? <span className="text-muted">not readable</span> : <CopyId id={text} />;
}
