'use client';
/** Takes an invitation. Its secret stands behind the hash of the address, which no server sees. */
import { useActionState, useSyncExternalStore } from 'react';
import { acceptInvitation } from '../../server/commands/acceptInvitation';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';

export function JoinForm({ minLength }: { readonly minLength: number }) {
  const [state, action, isPending] = useActionState(acceptInvitation, undefined);
  const secret = useSyncExternalStore(onHash, secretOfAddress, () => undefined);
  if (secret === '') {
    return <Notice tone="bad">This address lacks its secret. Open the link as it was sent.</Notice>;
  }
  return (
    <form action={action} className="flex flex-col gap-4">
      {state && <Notice tone="bad">{state.says}</Notice>}
      <input name="secret" readOnly type="hidden" value={secret ?? ''} />
      <Field
        autoComplete="name"
        autoFocus
        defaultValue={state?.name}
        label="Name"
        name="name"
        required
      />
      <Field
        autoComplete="new-password"
        hint={`At least ${minLength} characters.`}
        label="Password"
        minLength={minLength}
        name="password"
        required
        type="password"
      />
      <Button
        className="h-10"
        disabled={isPending || secret === undefined}
        tone="main"
        type="submit"
      >
        {isPending ? 'Joining…' : 'Join'}
      </Button>
    </form>
  );
}

function onHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

function secretOfAddress(): string {
  return window.location.hash.slice(1);
}
