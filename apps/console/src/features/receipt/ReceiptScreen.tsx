'use client';
/** The receipt of the event that the address names: found, on its way, or unknown. */
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { parseAsInteger, parseAsString, useQueryStates } from 'nuqs';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { CopyId } from '../../ui/CopyId';
import { Panel, type PanelState } from '../../ui/Panel';
import { useScopedHref } from '../frame/useScopedHref';
import type { ReceiptAnswer } from './answers';
import { missingWords } from './missingWords';
import { ReceiptCard } from './ReceiptCard';
import { RefusedCard } from './RefusedCard';

/** While it waits to be decided, and while its push and acknowledgement may still come. */
const PENDING_MS = 500;
const YOUNG_MS = 2_000;
const SETTLED_AFTER_MS = 60_000;

const PLACE = { of: parseAsString, position: parseAsInteger };

export function ReceiptScreen({ id }: { readonly id: string }) {
  const [place] = useQueryStates(PLACE);
  const hrefTo = useScopedHref();
  const query = useQuery({
    queryKey: ['receipt', id, place],
    queryFn: () => fetchJson<ReceiptAnswer>(`/api/events/${encodeURIComponent(id)}/receipt`, place),
    refetchInterval: ({ state }) => refreshMs(state.data),
  });
  const state = panelStateOf(query, ({ kind }) => missingWords(kind));
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-1 text-[13px] text-muted">
        <Link className="hover:underline" href={hrefTo('/events')}>
          Events
        </Link>
        <span>/</span>
        <CopyId id={id} />
        {state.is === 'stale' && <span className="text-doubt">▲ {state.says}</span>}
      </p>
      <Card answer={query.data} state={state} />
    </div>
  );
}

interface CardProps {
  readonly answer: ReceiptAnswer | undefined;
  readonly state: PanelState;
}

function Card({ answer, state }: CardProps) {
  if (answer?.kind === 'found') return <ReceiptCard receipt={answer.receipt} />;
  if (answer?.kind === 'refused')
    return <RefusedCard entry={answer.entry} refused={answer.refused} />;
  return (
    <>
      <h1 className="text-xl font-medium">Receipt</h1>
      <Panel state={state} title="This event">
        {null}
      </Panel>
    </>
  );
}

function refreshMs(answer: ReceiptAnswer | undefined): number | false {
  if (answer?.kind === 'pending') return PENDING_MS;
  if (answer?.kind !== 'found') return false;
  const { committedAt, acknowledgedAt } = answer.receipt.stages;
  const isYoung = Date.now() - committedAt < SETTLED_AFTER_MS;
  return isYoung && acknowledgedAt === undefined ? YOUNG_MS : false;
}
