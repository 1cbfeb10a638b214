'use client';
/** The way into a hunt: its code, a name, and whom to play with. */
import type { PlayClient } from '../client/playClient';
import type { HuntHead } from './huntHead';
import type { Invitation } from './invitation';
import { JoinForm } from './JoinForm';

interface JoinScreenProps extends Invitation {
  readonly client: PlayClient;
  readonly hunt: HuntHead;
}

export function JoinScreen({ client, hunt, code, teamCode }: JoinScreenProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col gap-5 p-5">
      <header>
        <p className="text-muted">Treasure hunt</p>
        <h1 className="text-2xl font-semibold text-accent break-words" dir="auto">
          {hunt.title}
        </h1>
        {hunt.description !== undefined && (
          <p className="mt-2" dir="auto">
            {hunt.description}
          </p>
        )}
      </header>
      {hunt.isOver === true && (
        <p className="m-0 rounded-lg border-2 border-doubt p-4" role="status">
          This hunt is over. You may still come in and look at the board.
        </p>
      )}
      {hunt.isKnown ? (
        // What the address carried is known a moment after the first render.
        <JoinForm
          client={client}
          code={code}
          divisions={hunt.divisions}
          key={`${code}/${teamCode}`}
          teamCode={teamCode}
        />
      ) : (
        <p className="rounded-lg border-2 border-doubt p-4" role="status">
          There is no hunt under this name yet. Look at the link again, or{' '}
          <a className="underline" href="/play">
            type the hunt’s name
          </a>
          .
        </p>
      )}
    </main>
  );
}
