'use client';
/** Takes a link for a new password. */
import { useActionState } from 'react';
import { takePasswordLink } from '../../server/commands/newPassword';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { LinkSecret, NewPasswordField, useSecretOfAddress } from './linkFields';

export function NewPasswordForm({ minLength }: { readonly minLength: number }) {
  const [state, action, isPending] = useActionState(takePasswordLink, undefined);
  const secret = useSecretOfAddress();
  return (
    <form action={action} className="flex flex-col gap-4">
      {state && <Notice tone="bad">{state.says}</Notice>}
      <LinkSecret secret={secret} />
      <NewPasswordField minLength={minLength} />
      <Button className="h-10" disabled={isPending || !secret} tone="main" type="submit">
        {isPending ? 'Setting it…' : 'Set the password'}
      </Button>
    </form>
  );
}
