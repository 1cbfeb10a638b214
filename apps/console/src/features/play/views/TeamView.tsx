'use client';
/** The team: who is in it, what lets others in, its badges, and the way out. */
import type { TeamView as Team } from '@trove/contracts';
import { usePlay } from '../client/usePlay';
import { Heading } from '../frame/Heading';
import { ThemePicker } from '../frame/ThemePicker';
import { isOutOfTouch } from '../words/connectionWords';
import { CaptainActs } from './CaptainActs';
import { LeaveTeam } from './LeaveTeam';
import { TeamCodeCard } from './TeamCodeCard';

export function TeamView() {
  const { client, state } = usePlay();
  const { team, snapshot } = state;
  const { session } = client.store;
  const code = team?.code ?? session?.teamCode;
  return (
    <>
      <Heading>{team?.name ?? session?.teamName ?? 'Your team'}</Heading>
      {team === undefined ? (
        <p className="m-0 text-muted">Who is in the team is told with the next signal.</p>
      ) : (
        <>
          <Members team={team} />
          <CaptainActs team={team} />
        </>
      )}
      {code !== undefined && <TeamCodeCard code={code} />}
      {snapshot !== undefined && snapshot.badges.length > 0 && (
        <section aria-label="Badges" className="flex flex-col gap-1">
          <h3 className="m-0 text-base font-semibold">Badges</h3>
          <ul className="m-0 flex list-none flex-col gap-1 p-0">
            {snapshot.badges.map(({ id, title, text }) => (
              <li key={id}>
                <strong dir="auto">★ {title}</strong>{' '}
                <span className="text-muted" dir="auto">
                  {text}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ThemePicker />
      <LeaveTeam />
    </>
  );
}

function Members({ team }: { readonly team: Team }) {
  const { state } = usePlay();
  const isOld = isOutOfTouch(state.signal);
  return (
    <section aria-label="Players" className="flex flex-col">
      <h3 className="m-0 text-base font-semibold">
        {team.members.length === 1 ? '1 player' : `${team.members.length} players`}{' '}
        <span className="font-normal text-muted">of at most {team.size}</span>
      </h3>
      {isOld && <p className="m-0 text-muted">Who is here is told with the next signal.</p>}
      <ul className="m-0 list-none p-0">
        {team.members.map(({ member, name, isPresent }) => (
          <li className="flex min-h-12 items-center gap-2 border-t-2 border-line" key={member}>
            <span aria-hidden="true" className={isPresent && !isOld ? 'text-good' : 'text-muted'}>
              {isPresent && !isOld ? '●' : '○'}
            </span>
            <span className="min-w-0 flex-1 break-words" dir="auto">
              {name}
              {member === state.you && <span className="text-accent"> · you</span>}
            </span>
            <span className="text-sm text-muted">
              {member === team.captain && (isOld ? 'captain' : 'captain · ')}
              {!isOld && (isPresent ? 'here' : 'away')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
