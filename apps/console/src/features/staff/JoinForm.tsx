'use client';
/** Takes an invitation. */
import { useActionState } from 'react';
import { acceptInvitation } from '../../server/commands/acceptInvitation';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { LinkSecret, NewPasswordField, useSecretOfAddress } from './linkFields';

export function JoinForm({ minLength }: { readonly minLength: number }) {
  const [state, action, isPending] = useActionState(acceptInvitation, undefined);
  const secret = useSecretOfAddress();
  return (
    <form action={action} className="flex flex-col gap-4">
      {state && <Notice tone="bad">{state.says}</Notice>}
      <LinkSecret secret={secret} />
      <Field
        autoComplete="name"
        autoFocus
        defaultValue={state?.name}
        label="Name"
        name="name"
        required
      />
      <NewPasswordField minLength={minLength} />
      <Button className="h-10" disabled={isPending || !secret} tone="main" type="submit">
        {isPending ? 'Joining…' : 'Join'}
      </Button>
    </form>
  );
}
