'use client';
/** What the forms have in common that a link opens: its secret, and a new password. */
import { useSyncExternalStore } from 'react';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';

/**
 * What stands behind the hash of the address, which no server sees: empty where it is missing,
 * undefined while the server renders.
 */
export function useSecretOfAddress(): string | undefined {
  return useSyncExternalStore(onHash, secretOfAddress, () => undefined);
}

export function LinkSecret({ secret }: { readonly secret: string | undefined }) {
  if (secret === '') {
    return <Notice tone="bad">This address lacks its secret. Open the link as it was sent.</Notice>;
  }
  return <input name="secret" readOnly type="hidden" value={secret ?? ''} />;
}

export function NewPasswordField({ minLength }: { readonly minLength: number }) {
  return (
    <Field
      autoComplete="new-password"
      hint={`At least ${minLength} characters.`}
      label="Password"
      minLength={minLength}
      name="password"
      required
      type="password"
    />
  );
}

function onHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

function secretOfAddress(): string {
  return window.location.hash.slice(1);
}
