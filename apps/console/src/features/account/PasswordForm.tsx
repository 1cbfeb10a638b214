'use client';
/** Changes the viewer's own password. */
import { useActionState } from 'react';
import { changePassword } from '../../server/commands/changePassword';
import { AnswerNotice } from '../../ui/AnswerNotice';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';

interface PasswordFormProps {
  readonly email: string;
  readonly minLength: number;
}

export function PasswordForm({ email, minLength }: PasswordFormProps) {
  const [state, action, isPending] = useActionState(changePassword, undefined);
  return (
    <form action={action} className="flex max-w-sm flex-col gap-4">
      <AnswerNotice answer={state} />
      <input autoComplete="username" name="email" readOnly type="hidden" value={email} />
      <Field
        autoComplete="current-password"
        label="Password now"
        name="currentPassword"
        required
        type="password"
      />
      <Field
        autoComplete="new-password"
        hint={`At least ${minLength} characters. A sentence is easier to keep than a riddle.`}
        label="New password"
        minLength={minLength}
        name="newPassword"
        required
        type="password"
      />
      <Field
        autoComplete="new-password"
        label="New password again"
        name="again"
        required
        type="password"
      />
      <Button className="self-start" disabled={isPending} tone="main" type="submit">
        {isPending ? 'Changing…' : 'Change password'}
      </Button>
    </form>
  );
}
