'use client';
/** A member's role: chosen first and then set, so that arrow keys can walk through the roles. */
import { StaffRole } from '@trove/contracts/staff';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';

interface RoleFormProps {
  readonly name: string;
  readonly role: string;
  readonly isDisabled: boolean;
  readonly onSet: (role: StaffRole) => void;
}

export function RoleForm({ name, role, isDisabled, onSet }: RoleFormProps) {
  const [chosen, setChosen] = useState<StaffRole>();
  const isOther = chosen !== undefined && chosen !== role;
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isOther) return;
        onSet(chosen);
        setChosen(undefined);
      }}
    >
      <Select
        data-row=""
        disabled={isDisabled}
        label={`Role of ${name}`}
        onChange={({ target }) => setChosen(StaffRole.parse(target.value))}
        value={chosen ?? role}
      >
        {StaffRole.options.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Select>
      <Button disabled={isDisabled || !isOther} type="submit">
        Set
      </Button>
    </form>
  );
}
