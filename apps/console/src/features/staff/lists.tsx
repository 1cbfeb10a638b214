'use client';
/** Open invitations and API keys, each with the way to take it back. */
import { revokeKey } from '../../server/commands/keys';
import { revokeInvitation } from '../../server/commands/staff';
import { Button } from '../../ui/Button';
import { TimeText } from '../../ui/TimeText';
import { ActNotice } from './ActNotice';
import type { InvitationView, KeyView } from './answers';
import { useAct } from './useAct';

const ROW =
  'flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-line py-2 first:border-t-0';

interface InvitationListProps {
  readonly invitations: readonly InvitationView[];
}

/** What was taken back leaves the list: the answer stands above it. */
export function InvitationList({ invitations }: InvitationListProps) {
  const { isPending, answer, act } = useAct();
  return (
    <>
      <ActNotice answer={answer} />
      <ul className="m-0 list-none p-0">
        {invitations.map(({ id, email, role, invitedBy, isForPassword, expiresAt }) => (
          <li className={ROW} key={id}>
            <span className="min-w-0 flex-1 basis-52 break-all">{email}</span>
            <span>{isForPassword ? 'for a new password' : role}</span>
            <span className="text-[13px] text-muted">
              by {invitedBy}, until <TimeText ms={Date.parse(expiresAt)} />
            </span>
            <Button disabled={isPending} onClick={() => act(() => revokeInvitation(id))}>
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

export function KeyList({ keys }: { readonly keys: readonly KeyView[] }) {
  return (
    <ul className="m-0 list-none p-0">
      {keys.map((key) => (
        <KeyRow apiKey={key} key={key.id} />
      ))}
    </ul>
  );
}

function KeyRow({ apiKey: key }: { readonly apiKey: KeyView }) {
  const { isPending, answer, act } = useAct();
  return (
    <li className={ROW}>
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
      <ActNotice answer={answer} />
    </li>
  );
}
