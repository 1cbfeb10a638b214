'use client';
/** What was refused in a span of time, in one sentence, and the way to exactly that. */
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { fetchJson } from '../../fetching/fetchJson';
import { formatNumberOf } from '../../format/numbers';
import { useScopedHref } from '../frame/useScopedHref';
import type { EntriesAnswer } from '../quarantine/answers';

interface RefusedOfSpanProps {
  readonly from: number;
  readonly to: number;
  readonly hunt: string | undefined;
}

export function RefusedOfSpan({ from, to, hunt }: RefusedOfSpanProps) {
  const hrefTo = useScopedHref();
  const span = { from, to };
  const { data, error } = useQuery({
    queryKey: ['refusals', span, hunt],
    queryFn: () => fetchJson<EntriesAnswer>('/api/quarantine/span', { ...span, hunt }),
  });
  if (error) return <p className="text-bad">What was refused is not known: {error.message}</p>;
  if (!data) return null;
  const { entries, isCut } = data;
  if (entries.length === 0) return <p className="text-muted">Nothing rests in quarantine of it.</p>;
  return (
    <p className="text-muted">
      {isCut && 'At least '}
      {formatNumberOf(entries.length, 'event')} refused.{' '}
      <Link
        className="text-accent underline"
        href={hrefTo('/quarantine', { ...span, hunt, state: 'all' })}
      >
        Open in Quarantine
      </Link>
    </p>
  );
}
