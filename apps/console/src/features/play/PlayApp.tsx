'use client';
/** The player: waits for what the device has kept, then joins or plays. */
import { useSyncExternalStore } from 'react';
import type { PlayClient } from './client/playClient';
import { PlayScope } from './client/usePlay';
import { usePlayClient } from './client/usePlayClient';
import { Announcer } from './frame/Announcer';
import { GameScreen } from './frame/GameScreen';
import { useWorker } from './frame/useWorker';
import type { HuntHead } from './join/huntHead';
import { JoinScreen } from './join/JoinScreen';
import { useInvitation } from './join/useInvitation';

interface PlayAppProps {
  readonly hunt: HuntHead;
  /** Where the door is. */
  readonly door: string;
}

export function PlayApp({ hunt, door }: PlayAppProps) {
  useWorker();
  const invitation = useInvitation();
  const client = usePlayClient({ slug: hunt.slug, door });
  if (client === undefined) return <Opening hunt={hunt} />;
  return (
    <PlayScope client={client} hunt={hunt}>
      <Stages client={client} hunt={hunt} invitation={invitation} />
    </PlayScope>
  );
}

interface StagesProps {
  readonly client: PlayClient;
  readonly hunt: HuntHead;
  readonly invitation: ReturnType<typeof useInvitation>;
}

function Stages({ client, hunt, invitation }: StagesProps) {
  const { store } = client;
  const stage = useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => store.state.stage,
    () => 'opening' as const,
  );
  if (stage === 'opening') return <Opening hunt={hunt} />;
  if (stage === 'joining') {
    return (
      <>
        <JoinScreen client={client} hunt={hunt} {...invitation} />
        <div className="fixed inset-x-3 bottom-3 mx-auto max-w-xl">
          <Announcer />
        </div>
      </>
    );
  }
  return <GameScreen />;
}

/** For the blink of an eye in which the device is asked what it has kept. */
function Opening({ hunt }: { readonly hunt: HuntHead }) {
  return (
    <main aria-busy="true" className="mx-auto flex min-h-dvh max-w-xl flex-col gap-3 p-5">
      <h1 className="text-2xl font-semibold text-accent" dir="auto">
        {hunt.title}
      </h1>
      <p className="text-muted">Opening your hunt …</p>
    </main>
  );
}
