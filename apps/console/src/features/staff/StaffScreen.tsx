'use client';
/** Who works here and what each may do, the keys of servers, and who changed what. */
import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatNumberOf } from '../../format/numbers';
import { Panel } from '../../ui/Panel';
import { AuditPanel } from './AuditPanel';
import type { StaffScreenAnswer } from './answers';
import { InviteForm } from './InviteForm';
import { KeyForm } from './KeyForm';
import { InvitationList, KeyList } from './lists';
import { MemberList } from './MemberList';

export function StaffScreen({ viewerId }: { readonly viewerId: string }) {
  const query = useQuery({
    queryKey: ['staff'],
    queryFn: () => fetchJson<StaffScreenAnswer>('/api/staff'),
  });
  const { members = [], invitations = [], keys = [] } = query.data ?? {};
  const state = panelStateOf(query, () => undefined);
  return (
    <div className="flex flex-col gap-3">
      <h1 className="text-xl font-medium">Staff</h1>
      <Panel note={formatNumberOf(members.length, 'member')} state={state} title="Members">
        <MemberList members={members} viewerId={viewerId} />
      </Panel>
      <Panel note={`${invitations.length} open`} state={state} title="Invitations">
        <div className="flex flex-col gap-3">
          <InviteForm />
          <InvitationList invitations={invitations} />
        </div>
      </Panel>
      <Panel note={formatNumberOf(keys.length, 'key')} state={state} title="API keys">
        <div className="flex flex-col gap-3">
          <KeyForm />
          <KeyList keys={keys} />
        </div>
      </Panel>
      <AuditPanel />
    </div>
  );
}
