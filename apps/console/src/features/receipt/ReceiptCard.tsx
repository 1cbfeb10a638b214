'use client';
/** One event's card: what happened and why, its way, the rules, and where it stands. */
import type { Receipt } from '@trove/contracts';
import { Printer } from 'lucide-react';
import Link from 'next/link';
import { formatCount, formatMillis } from '../../format/numbers';
import { formatDay } from '../../format/times';
import { Button } from '../../ui/Button';
import { FactList } from '../../ui/FactList';
import { JsonBlock } from '../../ui/JsonBlock';
import { Notice } from '../../ui/Notice';
import { OutcomeTag } from '../../ui/OutcomeTag';
import { Panel } from '../../ui/Panel';
import { TimeText } from '../../ui/TimeText';
import { writeTeam } from '../fairPlay/teamParameter';
import { useScopedHref } from '../frame/useScopedHref';
import { RuleList } from './RuleList';
import { effectFacts, provenanceFacts } from './receiptFacts';
import { wholeWayMs } from './receiptSteps';
import { StageLine } from './StageLine';

const LIVE = { is: 'live' } as const;

export function ReceiptCard({ receipt }: { readonly receipt: Receipt }) {
  const { version, data, stages } = receipt;
  const whole = wholeWayMs(stages);
  const asked = version === undefined ? 'Rules' : `Rules v${version}`;
  return (
    <article aria-label="Receipt" className="flex flex-col gap-3">
      <ReceiptHead receipt={receipt} />
      <div className="grid gap-3 lg:grid-cols-2">
        <Panel state={LIVE} title="What it did">
          <p className="mt-0 mb-2">{receipt.why}</p>
          <FirstLink receipt={receipt} />
          <FairPlayLink receipt={receipt} />
          <FactList facts={effectFacts(receipt)} />
        </Panel>
        <Panel
          note={whole === undefined ? undefined : `${formatMillis(whole)} from the door on`}
          state={LIVE}
          title="Its way"
        >
          <StageLine receipt={receipt} />
        </Panel>
        <Panel state={LIVE} title={asked}>
          <RuleList receipt={receipt} />
        </Panel>
        <Panel state={LIVE} title="Where it stands">
          <FactList facts={provenanceFacts(receipt)} />
        </Panel>
      </div>
      <Panel state={LIVE} title="What it said">
        {data === undefined ? (
          <p className="text-muted">Nothing holds what it said any more.</p>
        ) : (
          <JsonBlock title="What it said" value={data} />
        )}
      </Panel>
    </article>
  );
}

function ReceiptHead({ receipt }: { readonly receipt: Receipt }) {
  const { type, outcome, points, stages } = receipt;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <h1 className="text-xl font-medium break-words">{type}</h1>
      <OutcomeTag outcome={outcome} />
      {points !== 0 && (
        <span className="figures text-xl font-medium text-accent">
          {points > 0 ? '+' : ''}
          {formatCount(points)}
        </span>
      )}
      <span className="text-[13px] text-muted">{formatDay(stages.committedAt)}</span>
      <KeptIn receipt={receipt} />
      <Button className="ml-auto print:hidden" onClick={() => window.print()}>
        <Printer aria-hidden="true" size={13} /> Print
      </Button>
    </div>
  );
}

/** Says that the card is read from where old events are kept, and how old this one is. */
function KeptIn({ receipt: { provenance, stages } }: { readonly receipt: Receipt }) {
  if (provenance.readFrom === 'redis') return null;
  const what = provenance.readFrom === 'archive' ? 'from the archive' : 'from the ledger alone';
  return (
    <span className="rounded-full border border-line px-2 py-0.5 text-[13px] text-muted">
      {what} · <TimeText as="age" ms={stages.committedAt} />
    </span>
  );
}

function FirstLink({ receipt: { id, hunt, first } }: { readonly receipt: Receipt }) {
  const hrefTo = useScopedHref();
  if (first === undefined) return null;
  const { position } = first;
  return (
    <Notice tone="doubt">
      The first stands at position {formatCount(position)}:{' '}
      <Link
        className="text-accent underline"
        href={hrefTo(`/events/${id}`, { of: hunt, position })}
      >
        its receipt
      </Link>
    </Notice>
  );
}

/** Where a suspected event is settled, and whether it was. */
function FairPlayLink({ receipt: { hunt, team, outcome } }: { readonly receipt: Receipt }) {
  const hrefTo = useScopedHref();
  if (outcome !== 'suspected') return null;
  return (
    <p className="mt-0 mb-2">
      <Link
        className="text-accent underline"
        href={hrefTo('/fair-play', { hunt, team: writeTeam(hunt, team) })}
      >
        What is suspected of its team
      </Link>
    </p>
  );
}
