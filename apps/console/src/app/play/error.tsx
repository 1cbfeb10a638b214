'use client';
/** What players see when a screen broke: nothing that was sent is lost by it. */
import { BigButton } from '../../features/play/frame/BigButton';

export default function PlayError({ reset }: { readonly reset: () => void }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col gap-4 p-5" role="alert">
      <h1 className="text-2xl font-semibold">This screen has stumbled</h1>
      <p className="text-muted">
        What you have sent is safe, and so is what waits on your phone. Open the screen again to go
        on.
      </p>
      <BigButton onClick={reset} tone="main">
        Open it again
      </BigButton>
    </main>
  );
}
