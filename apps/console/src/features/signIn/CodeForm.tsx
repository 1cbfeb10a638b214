'use client';
/** The second step of a sign-in. */
import { useActionState } from 'react';
import { confirmSignIn } from '../../server/commands/confirmSignIn';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';

export function CodeForm() {
  const [state, action, isPending] = useActionState(confirmSignIn, undefined);
  return (
    <form action={action} className="flex flex-col gap-4">
      {state && <Notice tone="bad">{state.says}</Notice>}
      <Field
        autoComplete="one-time-code"
        autoFocus
        inputMode="numeric"
        label="Code"
        name="code"
        required
      />
      <Button className="h-10" disabled={isPending} tone="main" type="submit">
        {isPending ? 'Checking…' : 'Go on'}
      </Button>
    </form>
  );
}
