/**
 * A panel of a screen, always in one of five states: loading, empty (with what would bring
 * something), error (with the cause), stale (with its age) or live.
 */
import clsx from 'clsx';
import type { ReactNode } from 'react';

export type PanelState =
  | { readonly is: 'loading' }
  | { readonly is: 'empty'; readonly says: string; readonly command?: string }
  | { readonly is: 'error'; readonly says: string; readonly onRetry?: () => void }
  | { readonly is: 'stale'; readonly says: string; readonly isLong: boolean }
  | { readonly is: 'paused' }
  | { readonly is: 'live' };

interface PanelProps {
  readonly title: string;
  readonly state: PanelState;
  /** The newest value, large. */
  readonly value?: ReactNode;
  readonly note?: ReactNode;
  readonly tools?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Panel({ title, state, value, note, tools, className, children }: PanelProps) {
  return (
    <section
      aria-label={title}
      className={clsx('flex min-w-0 flex-col rounded-lg border border-line bg-panel', className)}
    >
      <header className="flex min-h-11 flex-wrap items-center gap-x-3 px-4 pt-2 md:flex-nowrap">
        <h2 className="text-[13px] whitespace-nowrap text-muted">{title}</h2>
        {value !== undefined && (
          <span className="figures text-xl font-medium whitespace-nowrap">{value}</span>
        )}
        {note !== undefined && (
          <span className="min-w-0 truncate text-[13px] text-muted">{note}</span>
        )}
        <span className="ml-auto flex shrink-0 items-center gap-2">
          <StateBadge state={state} />
          {tools}
        </span>
      </header>
      <div className="min-h-0 flex-1 px-4 pb-3">
        <PanelBody state={state}>{children}</PanelBody>
      </div>
    </section>
  );
}

function PanelBody(props: { readonly state: PanelState; readonly children: ReactNode }) {
  const { state, children } = props;
  switch (state.is) {
    case 'loading':
      return (
        <div aria-busy="true" className="h-24 animate-pulse rounded bg-raised" role="status">
          <span className="sr-only">Loading</span>
        </div>
      );
    case 'empty':
      return (
        <div className="flex min-h-24 flex-col items-start justify-center gap-2 text-muted">
          <p>{state.says}</p>
          {state.command && <code className="rounded bg-raised px-2 py-1">{state.command}</code>}
        </div>
      );
    case 'error':
      return (
        <div className="flex min-h-24 flex-col items-start justify-center gap-2" role="alert">
          <p className="text-bad">{state.says}</p>
          {state.onRetry && (
            <button className="text-accent underline" onClick={state.onRetry} type="button">
              Try again
            </button>
          )}
        </div>
      );
    default:
      return children;
  }
}

function StateBadge({ state }: { readonly state: PanelState }) {
  if (state.is === 'stale') {
    return (
      <span className={clsx('text-[13px]', state.isLong ? 'text-bad' : 'text-doubt')}>
        ▲ {state.says}
      </span>
    );
  }
  return null;
}
