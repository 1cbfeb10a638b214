/** Who is in a team, who leads it, who is connected, and the code that others join it with. */
import type { TeamMember, TeamView } from '@trove/contracts';
import { CopyId } from '../../ui/CopyId';
import { Glyph } from '../../ui/Glyph';
import { Panel, type PanelState } from '../../ui/Panel';
import { TimeText } from '../../ui/TimeText';

interface TeamMembersProps {
  readonly roster: TeamView | undefined;
  readonly state: PanelState;
}

export function TeamMembers({ roster, state }: TeamMembersProps) {
  const { members = [], captain, code, size } = roster ?? {};
  const isEmpty = roster !== undefined && members.length === 0 && code === undefined;
  return (
    <Panel
      note={roster && !isEmpty && `of ${size}`}
      state={isEmpty ? { is: 'empty', says: EMPTY } : state}
      title="Members"
      tools={code !== undefined && <Code code={code} />}
      value={roster && !isEmpty && members.length}
    >
      <ul className="m-0 list-none p-0">
        {members.map((one) => (
          <MemberRow isCaptain={one.member === captain} key={one.member} member={one} />
        ))}
      </ul>
      {members.length === 0 && <p className="text-muted">All have left; the code lets in.</p>}
    </Panel>
  );
}

function Code({ code }: { readonly code: string }) {
  return (
    <span className="text-[13px] text-muted">
      code <CopyId id={code} />
    </span>
  );
}

function MemberRow({ member, isCaptain }: { member: TeamMember; isCaptain: boolean }) {
  const { name, joinedAt, isPresent } = member;
  return (
    <li className="flex flex-wrap items-center gap-x-3 border-t border-line py-2 first:border-t-0">
      <span className="inline-flex w-24 items-center gap-1.5 text-[13px]">
        <Glyph hue={isPresent ? '--good' : '--muted'} shape={isPresent ? 'disc' : 'half'} />
        {isPresent ? 'connected' : 'away'}
      </span>
      <span className="min-w-0 flex-1 font-medium break-words" dir="auto">
        {name}
      </span>
      {isCaptain && <span className="text-accent">captain</span>}
      <span className="text-[13px] text-muted">
        since <TimeText ms={Date.parse(joinedAt)} />
      </span>
    </li>
  );
}

const EMPTY = 'A server plays for this team: no player has joined it.';
