'use client';
/** Who works here and what each may do, the keys of servers, and who changed what. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatNumberOf } from '../../format/numbers';
import type { StaffAnswer } from '../../server/commands/staff';
import { AnswerNotice } from '../../ui/AnswerNotice';
import { CopyId } from '../../ui/CopyId';
import { Panel } from '../../ui/Panel';
import { AuditPanel } from './AuditPanel';
import type { StaffScreenAnswer } from './answers';
import { InviteForm } from './InviteForm';
import { KeyForm } from './KeyForm';
import { InvitationList, KeyList } from './lists';
import { MemberList } from './MemberList';

/** What an act on this screen answers; secrets among it are shown once. */
export type ActAnswer = StaffAnswer & { readonly key?: string };

export function StaffScreen({ viewerId }: { readonly viewerId: string }) {
  const [answer, setAnswer] = useState<ActAnswer>();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['staff'],
    queryFn: () => fetchJson<StaffScreenAnswer>('/api/staff'),
  });
  const onAnswer = (given: ActAnswer) => {
    setAnswer(given);
    void client.invalidateQueries({ queryKey: ['staff'] });
    void client.invalidateQueries({ queryKey: ['audit'] });
  };
  const { members = [], invitations = [], keys = [] } = query.data ?? {};
  const state = panelStateOf(query, () => undefined);
  const secret = answer?.link ?? answer?.key;
  return (
    <div className="flex flex-col gap-3">
      <h1 className="text-xl font-medium">Staff</h1>
      <AnswerNotice answer={answer} />
      {secret !== undefined && (
        <p className="rounded-md border border-line p-2">
          <CopyId id={secret} />
        </p>
      )}
      <Panel note={formatNumberOf(members.length, 'member')} state={state} title="Members">
        <MemberList members={members} onAnswer={onAnswer} viewerId={viewerId} />
      </Panel>
      <Panel note={`${invitations.length} open`} state={state} title="Invitations">
        <div className="flex flex-col gap-3">
          <InviteForm onAnswer={onAnswer} />
          <InvitationList invitations={invitations} onAnswer={onAnswer} />
        </div>
      </Panel>
      <Panel note={formatNumberOf(keys.length, 'key')} state={state} title="API keys">
        <div className="flex flex-col gap-3">
          <KeyForm onAnswer={onAnswer} />
          <KeyList keys={keys} onAnswer={onAnswer} />
        </div>
      </Panel>
      <AuditPanel />
    </div>
  );
}
