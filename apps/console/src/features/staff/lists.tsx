'use client';
/** Open invitations and API keys, each with the way to take it back. */
import { revokeKey } from '../../server/commands/keys';
import { revokeInvitation } from '../../server/commands/staff';
import { Button } from '../../ui/Button';
import { TimeText } from '../../ui/TimeText';
import type { InvitationView, KeyView } from './answers';
import type { ActAnswer } from './StaffScreen';
import { useAct } from './useAct';

const ROW =
  'flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-line py-2 first:border-t-0';

interface ListProps {
  readonly onAnswer: (answer: ActAnswer) => void;
}

export function InvitationList(
  props: ListProps & { readonly invitations: readonly InvitationView[] },
) {
  const { isPending, act } = useAct(props.onAnswer);
  return (
    <ul className="m-0 list-none p-0">
      {props.invitations.map(({ id, email, role, invitedBy, expiresAt }) => (
        <li className={ROW} key={id}>
          <span className="min-w-0 flex-1 basis-52 break-all">{email}</span>
          <span>{role}</span>
          <span className="text-[13px] text-muted">
            by {invitedBy}, until <TimeText ms={Date.parse(expiresAt)} />
          </span>
          <Button disabled={isPending} onClick={() => act(() => revokeInvitation(id))}>
            Take back
          </Button>
        </li>
      ))}
    </ul>
  );
}

export function KeyList(props: ListProps & { readonly keys: readonly KeyView[] }) {
  const { isPending, act } = useAct(props.onAnswer);
  return (
    <ul className="m-0 list-none p-0">
      {props.keys.map((key) => (
        <li className={ROW} key={key.id}>
          <span className="min-w-0 flex-1 basis-52">
            {key.name} <code className="text-muted">{key.prefix}…</code>
            <span className="block text-[13px] text-muted">
              {key.may.join(', ')} · {key.hunts.join(', ')} · as <code>{key.source}</code>
            </span>
          </span>
          <span className="text-[13px] text-muted">
            by {key.createdBy} <TimeText as="age" ms={Date.parse(key.createdAt)} />
            <span className="block">
              {key.lastUsedAt === undefined ? (
                'never used'
              ) : (
                <>
                  last used <TimeText as="age" ms={Date.parse(key.lastUsedAt)} />
                </>
              )}
              {key.isOpen && key.expiresAt !== undefined && (
                <>
                  {' '}
                  · until <TimeText ms={Date.parse(key.expiresAt)} />
                </>
              )}
            </span>
          </span>
          {key.isOpen ? (
            <Button disabled={isPending} onClick={() => act(() => revokeKey(key.id))} tone="danger">
              Revoke
            </Button>
          ) : (
            <span className="text-muted">revoked or run out</span>
          )}
        </li>
      ))}
    </ul>
  );
}
