'use client';
/** What the captain alone may do: hand the lead over, and send somebody away. */
import type { TeamMember, TeamView } from '@trove/contracts';
import { useState } from 'react';
import type { CaptainAct } from '../client/playClient';
import { usePlay } from '../client/usePlay';
import { Trouble } from '../find/Trouble';
import { BigButton } from '../frame/BigButton';
import { Fold } from '../frame/Fold';

export function CaptainActs({ team }: { readonly team: TeamView }) {
  const { state } = usePlay();
  const others = team.members.filter(({ member }) => member !== state.you);
  if (team.captain === undefined || team.captain !== state.you || others.length === 0) return null;
  return (
    <Fold title="You are the captain: hand over, or send somebody away">
      <ul className="m-0 flex list-none flex-col gap-3 p-0">
        {others.map((one) => (
          <li className="rounded-xl border-2 border-line bg-panel p-3" key={one.member}>
            <Acts one={one} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}

const WORDS: Readonly<Record<CaptainAct, readonly [first: string, again: string]>> = {
  lead: ['Make captain', 'Really make captain?'],
  remove: ['Send away', 'Really send away?'],
};

/** Each act is pressed twice: neither can be taken back by the one who did it. */
function Acts({ one }: { readonly one: TeamMember }) {
  const { client } = usePlay();
  const [asked, setAsked] = useState<CaptainAct>();
  const [trouble, setTrouble] = useState<string>();
  const press = async (act: CaptainAct) => {
    if (asked !== act) return setAsked(act);
    setAsked(undefined);
    setTrouble(await client.asCaptain(act, one.member));
  };
  return (
    <>
      <p className="m-0 mb-2 break-words" dir="auto">
        {one.name}
      </p>
      <div className="flex gap-2 *:flex-1">
        {(['lead', 'remove'] as const).map((act) => (
          <BigButton
            key={act}
            onClick={() => void press(act)}
            tone={act === 'remove' ? 'danger' : 'quiet'}
          >
            {WORDS[act][asked === act ? 1 : 0]}
          </BigButton>
        ))}
      </div>
      <Trouble says={trouble} />
    </>
  );
}
