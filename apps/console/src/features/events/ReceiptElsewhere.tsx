/** Leads to the receipt of an event that is not among the decided ones in Redis. */
import Link from 'next/link';
import { useScopedHref } from '../frame/useScopedHref';
import type { EventsAnswer } from './answers';

interface ElsewhereProps {
  readonly id: string;
  readonly is: EventsAnswer['elsewhere'];
}

const WORDS = {
  found: 'It was decided, and has left Redis since.',
  refused: 'It was refused, and was never decided.',
};

export function ReceiptElsewhere({ id, is }: ElsewhereProps) {
  const hrefTo = useScopedHref();
  if (is !== 'found' && is !== 'refused') return null;
  return (
    <p className="py-2">
      {WORDS[is]}{' '}
      <Link className="text-accent underline" href={hrefTo(`/events/${id}`)}>
        Its receipt: why it counted or not
      </Link>
    </p>
  );
}
