'use client';
/** What a screen shows when it could not be rendered: the frame stays. */
import { Button } from '../../ui/Button';

interface ScreenErrorProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

export function ScreenError({ error, reset }: ScreenErrorProps) {
  return (
    <div className="flex flex-col items-start gap-3 py-10" role="alert">
      <h1 className="text-xl font-medium">This screen could not be shown</h1>
      <p className="text-muted">
        A server it reads from may be away; the foot says which.
        {error.digest && ` The server log has it under ${error.digest}.`}
      </p>
      <Button onClick={reset} tone="main">
        Try again
      </Button>
    </div>
  );
}
