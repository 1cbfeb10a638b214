'use client';
/** A pass that the server does not take any more: joining again leads back to the same team. */
import { usePlay } from '../client/usePlay';
import { BigButton } from './BigButton';

export function PassBanner() {
  const { state, client } = usePlay();
  if (!state.isPassOver) return null;
  return (
    <div className="flex flex-col gap-3 rounded-xl border-2 border-bad p-4" role="alert">
      <p className="m-0">
        Your pass to this hunt has run out. Join again with the hunt’s code: this phone comes back
        to its team, and what waits here is sent then.
      </p>
      <BigButton onClick={() => client.rejoin()} tone="main">
        Join again
      </BigButton>
    </div>
  );
}
