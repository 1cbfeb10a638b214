'use client';
/** What stands where the hunt has not been seen on this device yet. */
import { usePlay } from '../client/usePlay';
import { Heading } from '../frame/Heading';

export function NoView({ what }: { readonly what: string }) {
  const { state } = usePlay();
  const isAway = state.signal === 'offline' || state.isPassOver;
  return (
    <>
      <Heading>{what.charAt(0).toUpperCase() + what.slice(1)}</Heading>
      {isAway ? (
        <p className="m-0 text-muted">
          This phone has not seen the {what} yet. They come with the first signal, and stay.
        </p>
      ) : (
        <p aria-busy="true" className="m-0 text-muted">
          Fetching the {what} …
        </p>
      )}
    </>
  );
}
