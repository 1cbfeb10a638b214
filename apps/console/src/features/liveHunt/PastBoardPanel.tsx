'use client';
/** The board of an instant, chosen with a slider or written out to the second. */
import { parseAsInteger, useQueryState } from 'nuqs';
import { useDeferredValue } from 'react';
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatMillis, formatNumberOf } from '../../format/numbers';
import { formatField, formatMoment, readField } from '../../format/times';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { BoardTable } from '../hunts/BoardTable';
import type { TimelineAnswer } from './answers';
import { useLiveRead } from './useLiveRead';

const REFRESH_MS = 3_000;
const SECOND_MS = 1_000;

export function PastBoardPanel({ slug }: { readonly slug: string }) {
  const [at, setAt] = useQueryState('at', parseAsInteger);
  const atMs = useDeferredValue(at);
  const query = useLiveRead<TimelineAnswer>({
    slug,
    name: 'board',
    query: atMs === null ? {} : { at: atMs },
    ...(atMs === null ? { everyMs: REFRESH_MS } : {}),
  });
  const { data } = query;
  const state = panelStateOf(query, ({ span }) =>
    span === undefined ? { is: 'empty', says: EMPTY } : undefined,
  );
  const span = data?.span;
  return (
    <Panel
      note={data && `${formatNumberOf(data.teams, 'team')}, read in ${formatMillis(data.tookMs)}`}
      state={state}
      title="Board at"
      value={span && <Instant at={at} spanMs={span.toMs - span.fromMs} />}
    >
      {data && span && (
        <div className="flex flex-col gap-3 pt-1">
          <InstantPicker at={at} onPick={(to) => void setAt(to)} span={span} />
          <BoardTable rows={data.rows.map(({ status: _, ...row }) => row)} />
          <p className="text-[13px] text-muted">
            From the ledger. Teams that had not moved by then are not listed; those banned then are
            left out.
          </p>
        </div>
      )}
    </Panel>
  );
}

interface InstantPickerProps {
  /** Null is now. */
  readonly at: number | null;
  readonly span: NonNullable<TimelineAnswer['span']>;
  readonly onPick: (at: number | null) => void;
}

function InstantPicker({ at, span, onPick }: InstantPickerProps) {
  const { fromMs, toMs } = span;
  const lastMs = Math.ceil(toMs / SECOND_MS) * SECOND_MS;
  return (
    <>
      <label className="flex flex-col gap-1 text-[13px] text-muted">
        An instant of the hunt
        <input
          aria-valuetext={at === null ? 'now' : new Date(at).toISOString()}
          className="w-full accent-(--accent)"
          max={lastMs}
          min={Math.floor(fromMs / SECOND_MS) * SECOND_MS}
          onChange={({ target }) => onPick(target.valueAsNumber)}
          step={SECOND_MS}
          type="range"
          value={at ?? lastMs}
        />
      </label>
      <span className="flex flex-wrap items-end gap-2">
        <label className="flex flex-col gap-1 text-[13px] text-muted">
          Exactly
          <input
            className="figures h-8 rounded-md border border-line bg-ground px-2 text-ink"
            onChange={({ target }) => {
              const ms = readField(target.value);
              if (!Number.isNaN(ms)) onPick(ms);
            }}
            step={1}
            type="datetime-local"
            value={formatField(at ?? toMs)}
          />
        </label>
        <Button disabled={at === null} onClick={() => onPick(null)}>
          Now
        </Button>
      </span>
    </>
  );
}

function Instant({ at, spanMs }: { readonly at: number | null; readonly spanMs: number }) {
  return <span suppressHydrationWarning>{at === null ? 'now' : formatMoment(at, spanMs)}</span>;
}

const EMPTY = 'Nothing has moved yet: the ledger of this hunt is empty.';
