'use client';
/** The way out of the team, asked twice: points stay behind. */
import { useState } from 'react';
import { countSubmissions } from '../client/submission';
import { usePlay } from '../client/usePlay';
import { Trouble } from '../find/Trouble';
import { BigButton } from '../frame/BigButton';

export function LeaveTeam() {
  const { client, state } = usePlay();
  const [isAsked, setAsked] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const { waiting } = countSubmissions(state.submissions);
  const leave = async () => {
    setLeaving(true);
    setTrouble(await client.leave());
    setLeaving(false);
  };
  if (!isAsked) {
    return (
      <BigButton className="self-start" onClick={() => setAsked(true)} tone="danger">
        Leave the team
      </BigButton>
    );
  }
  return (
    <div className="flex flex-col gap-3 rounded-xl border-2 border-bad p-4">
      <p className="m-0">
        Your points stay with the team. You can come back with its code.
        {waiting > 0 && ` What waits on this phone (${waiting}) is sent no more.`}
      </p>
      <Trouble says={trouble} />
      <div className="flex gap-2 *:flex-1">
        <BigButton onClick={() => setAsked(false)}>Stay</BigButton>
        <BigButton isBusy={isLeaving} onClick={() => void leave()} tone="danger">
          Leave
        </BigButton>
      </div>
    </div>
  );
}
