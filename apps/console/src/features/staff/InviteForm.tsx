'use client';
/** Makes a link by which one person can join. */
import { StaffRole } from '@trove/contracts/staff';
import { useState } from 'react';
import { inviteStaff } from '../../server/commands/staff';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { ActNotice } from './ActNotice';
import { useAct } from './useAct';

export function InviteForm() {
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<StaffRole>('viewer');
  const { isPending, answer, act } = useAct();
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        act(
          () => inviteStaff({ email, role }),
          () => setEmail(''),
        );
      }}
    >
      <Field
        label="E-mail"
        name="invite-email"
        onChange={({ target }) => setEmail(target.value)}
        required
        type="email"
        value={email}
      />
      <Select
        label="Role"
        onChange={({ target }) => setRole(StaffRole.parse(target.value))}
        value={role}
      >
        {StaffRole.options.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Select>
      <Button disabled={isPending} tone="main" type="submit">
        {isPending ? 'Making a link …' : 'Invite by link'}
      </Button>
      <ActNotice answer={answer} />
    </form>
  );
}
