/** Joining from the form: what is asked for, that it is under way, and why it was refused. */
import { useState } from 'react';
import type { JoinField } from '../client/joinPlay';
import type { PlayClient } from '../client/playClient';
import type { Way } from './WayPicker';

export interface JoinFields {
  readonly code: string;
  readonly teamCode: string;
  readonly teamName: string;
  readonly playerName: string;
  /** Its id; empty for none. */
  readonly division: string;
}

interface Refusal {
  readonly says: string;
  readonly field?: JoinField | undefined;
}

export function useJoin(client: PlayClient) {
  const [isJoining, setJoining] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const join = async (way: Way, form: JoinFields) => {
    const missing = missingOf(way, form);
    if (missing !== undefined) return setRefusal(missing);
    setRefusal(undefined);
    setJoining(true);
    const joined = await client.join(requestOf(way, form));
    setJoining(false);
    if (!joined.ok) setRefusal(joined);
  };
  return { join, isJoining, refusal };
}

function missingOf(way: Way, form: JoinFields): Refusal | undefined {
  const field = way === 'join' ? 'teamCode' : 'code';
  if (form[field].trim() === '') return { field, says: 'Type the code first.' };
  if (way === 'make' && form.teamName.trim() === '') {
    return { field: 'teamName', says: 'Every team needs a name.' };
  }
  return undefined;
}

/** What stands in fields that do not belong to the way is not sent. */
function requestOf(way: Way, form: JoinFields) {
  const playerName = form.playerName.trim();
  const named = playerName === '' ? {} : { playerName };
  if (way === 'join') return { ...named, teamCode: form.teamCode.replaceAll(/[\s-]/g, '') };
  const ranked = form.division === '' ? {} : { division: form.division };
  const made = { ...named, ...ranked, code: form.code.trim() };
  return way === 'make' ? { ...made, teamName: form.teamName.trim() } : made;
}
