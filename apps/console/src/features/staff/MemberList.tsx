'use client';
/** The members of the staff, each with a role that can be changed. */
import { useRef } from 'react';
import { makePasswordLink } from '../../server/commands/newPassword';
import { changeAccess, changeRole } from '../../server/commands/staff';
import { Button } from '../../ui/Button';
import { ConfirmAct } from '../../ui/ConfirmAct';
import { TimeText } from '../../ui/TimeText';
import { useListKeys } from '../../ui/useListKeys';
import { ActNotice } from './ActNotice';
import type { MemberView } from './answers';
import { RoleForm } from './RoleForm';
import { useAct } from './useAct';

interface MemberListProps {
  readonly members: readonly MemberView[];
  readonly viewerId: string;
}

export function MemberList({ members, viewerId }: MemberListProps) {
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list, {});
  return (
    <ul className="m-0 list-none p-0" ref={list}>
      {members.map((member) => (
        <MemberRow isViewer={member.id === viewerId} key={member.id} member={member} />
      ))}
    </ul>
  );
}

interface MemberRowProps {
  readonly member: MemberView;
  readonly isViewer: boolean;
}

function MemberRow({ member, isViewer }: MemberRowProps) {
  const { id, email, name, role, isDisabled, twoFactorEnabled, since } = member;
  const { isPending, answer, act } = useAct();
  return (
    <li
      className={
        'flex flex-wrap items-end gap-x-5 gap-y-2 border-t border-line py-2.5 first:border-t-0'
      }
    >
      <span className="min-w-0 flex-1 basis-52">
        <span dir="auto">{name}</span>
        {isViewer && <span className="text-muted"> (you)</span>}
        <span className="block text-[13px] break-all text-muted">{email}</span>
      </span>
      <span className="text-[13px] text-muted">
        {twoFactorEnabled ? '● second factor' : '○ password only'}
        <span className="block">
          since <TimeText as="age" ms={Date.parse(since)} />
        </span>
      </span>
      <RoleForm
        isDisabled={isPending || isDisabled}
        name={name}
        onSet={(chosen) => act(() => changeRole({ id, role: chosen }))}
        role={role}
      />
      <ConfirmAct
        does="Make the link"
        isDisabled={isPending || isViewer || isDisabled}
        means={
          'Whoever opens the link chooses the password: send it to nobody else. Nothing changes ' +
          'until then; then every session of theirs ends and the second factor is off.'
        }
        onConfirm={() => act(() => makePasswordLink(id))}
        question={`Make a link for a new password of ${name}?`}
        word="New password"
      />
      <Button
        disabled={isPending || isViewer}
        onClick={() => act(() => changeAccess({ id, isDisabled: !isDisabled }))}
        title={isViewer ? 'Nobody shuts themselves out' : undefined}
        tone={isDisabled ? 'quiet' : 'danger'}
      >
        {isDisabled ? 'Let in again' : 'Shut out'}
      </Button>
      <ActNotice answer={answer} />
    </li>
  );
}
