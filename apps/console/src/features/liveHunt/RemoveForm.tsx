'use client';
/** Sends a member out of a team, with a reason that the member and the others read. */
import type { TeamMember } from '@trove/contracts';
import { OPERATION_LIMITS } from '@trove/contracts/limits';
import { useState } from 'react';
import { ConfirmAct } from '../../ui/ConfirmAct';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import type { Operating } from './useOperate';

interface RemoveFormProps {
  readonly team: string;
  /** What the team is called. */
  readonly name: string;
  readonly members: readonly TeamMember[];
  readonly operating: Operating;
}

const NOBODY = '';
const MEANS =
  'Their devices are closed, and the team gets another code. The team keeps its points; the ' +
  'player may make or join another team.';

export function RemoveForm({ team, name, members, operating }: RemoveFormProps) {
  const [chosen, setChosen] = useState(NOBODY);
  const [reason, setReason] = useState('');
  // Who has gone meanwhile is nobody to send away.
  const member = members.find((one) => String(one.member) === chosen);
  if (members.length === 0) return null;
  const remove = () => {
    if (member === undefined) return;
    const data = { team, member: member.member, reason: reason.trim() };
    const onDone = () => {
      setChosen(NOBODY);
      setReason('');
    };
    operating.act({ type: 'team.member_removed.v1', data }, { onDone });
  };
  return (
    <form
      aria-label="Sending a member away"
      className="flex flex-col gap-2"
      onSubmit={(event) => event.preventDefault()}
    >
      <Select
        disabled={operating.isPending}
        label="Member to send away"
        name="member-removed"
        onChange={({ target }) => setChosen(target.value)}
        value={member === undefined ? NOBODY : chosen}
      >
        <option value={NOBODY}>nobody</option>
        {members.map((one) => (
          <option key={one.member} value={one.member}>
            {one.name}
          </option>
        ))}
      </Select>
      {member !== undefined && (
        <>
          <Field
            label="Why sent away, for the team to read"
            maxLength={OPERATION_LIMITS.reason}
            name="member-removed-reason"
            onChange={({ target }) => setReason(target.value)}
            value={reason}
          />
          <span>
            <ConfirmAct
              does={`Send ${member.name} away`}
              isDisabled={operating.isPending || reason.trim() === ''}
              means={MEANS}
              onConfirm={remove}
              question={`Send ${member.name} out of ${name}?`}
              tone="danger"
              word="Send away"
            />
          </span>
        </>
      )}
    </form>
  );
}
