'use client';
/** What was sent and what came back, the newest first, each with its time. */
import clsx from 'clsx';
import { Button } from '../../../ui/Button';
import { JsonBlock } from '../../../ui/JsonBlock';
import { Scrollable } from '../../../ui/Scrollable';
import type { Happened } from './exchange';

const LOOK: Record<Happened['what'], { readonly sign: string; readonly tone: string }> = {
  sent: { sign: '→', tone: 'text-accent' },
  ack: { sign: '✓', tone: 'text-good' },
  push: { sign: '←', tone: 'text-repeat' },
  state: { sign: '•', tone: 'text-muted' },
};
const REFUSED = { sign: '✕', tone: 'text-bad' };

interface ExchangeLogProps {
  readonly happened: readonly Happened[];
  readonly onClear: () => void;
}

export function ExchangeLog({ happened, onClear }: ExchangeLogProps) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex items-center justify-between">
        <h3 className="text-[13px] text-muted">What happened</h3>
        <Button disabled={happened.length === 0} onClick={onClear} tone="bare">
          Clear
        </Button>
      </div>
      {happened.length === 0 && <p className="text-muted">Nothing yet: send a message.</p>}
      <Scrollable className="max-h-[36rem]" label="Messages, acknowledgements and pushes">
        <ol aria-live="polite" className="flex flex-col gap-2">
          {happened.map((one) => (
            <li className="min-w-0 rounded-md border border-line p-2" key={one.number}>
              <Row happened={one} />
            </li>
          ))}
        </ol>
      </Scrollable>
    </div>
  );
}

const WORDS: Record<Happened['what'], string> = {
  sent: 'sent',
  ack: 'acknowledged',
  push: 'pushed',
  state: 'connection',
};

/** Pushes that come all the time on a busy night: they are opened by whoever wants to read one. */
const FREQUENT = new Set(['board', 'team']);

function Row({ happened }: { readonly happened: Happened }) {
  const { what, name, body, atMs, tookMs } = happened;
  const isRefused = what === 'ack' && (body as { ok?: unknown } | undefined)?.ok === false;
  const { sign, tone } = isRefused ? REFUSED : LOOK[what];
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span aria-hidden="true" className={clsx('w-3', tone)}>
          {sign}
        </span>
        <span className={tone}>{isRefused ? 'refused' : WORDS[what]}</span>
        <code className="min-w-0 break-all">{name}</code>
        <span className="figures ml-auto text-[12px] text-muted">
          {tookMs === undefined ? '' : `${tookMs.toFixed(1)} ms · `}
          {new Date(atMs).toISOString().slice(11, 23)}
        </span>
      </p>
      {body !== undefined && (
        <details open={what !== 'push' || !FREQUENT.has(name)}>
          <summary className="cursor-pointer text-[13px] text-muted">what it says</summary>
          <JsonBlock title={`${name}, ${WORDS[what]}`} value={body} />
        </details>
      )}
    </div>
  );
}
