'use client';
/** The sign-in form. It also works before scripts have loaded. */
import { useActionState } from 'react';
import { signIn } from '../../server/commands/signIn';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';

export function SignInForm() {
  const [state, action, isPending] = useActionState(signIn, undefined);
  return (
    <form action={action} className="flex flex-col gap-4">
      {state && <Notice tone="bad">{state.says}</Notice>}
      <Field
        autoComplete="username"
        autoFocus
        defaultValue={state?.email}
        label="Email"
        name="email"
        required
        type="email"
      />
      <Field
        autoComplete="current-password"
        label="Password"
        name="password"
        required
        type="password"
      />
      <Button className="h-10" disabled={isPending} tone="main" type="submit">
        {isPending ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  );
}
