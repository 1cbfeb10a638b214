/** Leads to the receipt of an event that Redis holds no more. */
import Link from 'next/link';
import { useScopedHref } from '../frame/useScopedHref';

export function ReceiptElsewhere({ id }: { readonly id: string }) {
  const hrefTo = useScopedHref();
  return (
    <p className="py-2">
      It was decided, and has left Redis since.{' '}
      <Link className="text-accent underline" href={hrefTo(`/events/${id}`)}>
        Its receipt: why it counted or not
      </Link>
    </p>
  );
}
