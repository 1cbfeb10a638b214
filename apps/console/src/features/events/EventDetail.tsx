/** All that is known of one event: what it says, when it passed each stage, what it did. */
import type { ReactNode } from 'react';
import { formatCount } from '../../format/numbers';
import type { FeedEvent } from '../../live/messages';
import { wordOfVerdict } from '../../live/outcomes';
import { CopyId } from '../../ui/CopyId';
import { JsonBlock } from '../../ui/JsonBlock';
import { OutcomeTag } from '../../ui/OutcomeTag';
import { TimeText } from '../../ui/TimeText';
import { StageBar } from './StageBar';

export function EventDetail({ event }: { readonly event: FeedEvent }) {
  const { result } = event;
  return (
    <div className="flex flex-col gap-3 border-l-2 border-accent bg-ground px-3 py-3">
      <StageBar event={event} />
      <dl className="grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-2">
        <Fact name="id">
          <CopyId id={event.id} />
        </Fact>
        <Fact name="outcome">
          <OutcomeTag outcome={result.outcome} />
          {result.verdict && <span> · {wordOfVerdict(result.verdict)}</span>}
        </Fact>
        <Fact name="type">
          <code>{event.type}</code>
        </Fact>
        <Fact name="points">{pointsOf(event)}</Fact>
        <Fact name="team">
          <CopyId id={event.team} />
        </Fact>
        <Fact name="player">
          <CopyId id={event.player} />
        </Fact>
        <Fact name="hunt">
          <CopyId id={event.hunt} />
          {result.version !== undefined && ` · rules v${result.version}`}
        </Fact>
        <Fact name="source">
          <CopyId id={event.source} />
        </Fact>
        <Fact name="happened">
          <TimeText as="millis" ms={Date.parse(event.time)} />
        </Fact>
        <Fact name="received">
          <TimeText as="millis" ms={event.receivedAt} />
        </Fact>
        <Fact name="place in the log">
          <span className="figures">
            partition {event.partition}, position {formatCount(event.position)}
          </span>
        </Fact>
        {result.firstPosition !== undefined && (
          <Fact name="first seen at">
            <span className="figures">position {formatCount(result.firstPosition)}</span>
          </Fact>
        )}
        {result.clue !== undefined && (
          <Fact name="clue">
            <CopyId id={result.clue} />
          </Fact>
        )}
        {result.rules && result.rules.length > 0 && (
          <Fact name="rules that fired">{result.rules.join(', ')}</Fact>
        )}
      </dl>
      {event.data === undefined ? (
        <p className="text-muted">The log no longer holds what it said.</p>
      ) : (
        <JsonBlock title="What it said" value={event.data} />
      )}
      <details>
        <summary className="cursor-pointer text-muted">Everything, as JSON</summary>
        <JsonBlock title="Everything" value={event} />
      </details>
    </div>
  );
}

function pointsOf({ result }: FeedEvent): string {
  const points = result.points ?? 0;
  const score = result.score === undefined ? '' : ` · team has ${formatCount(result.score)} now`;
  return `${points > 0 ? '+' : ''}${formatCount(points)}${score}`;
}

function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-w-0 gap-2">
      <dt className="w-28 shrink-0 text-muted">{props.name}</dt>
      <dd className="m-0 min-w-0 break-words">{props.children}</dd>
    </div>
  );
}
