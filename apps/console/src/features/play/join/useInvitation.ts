/** Takes the codes out of the address as soon as the page is open, before anything else. */
import { useEffect, useState } from 'react';
import { type Invitation, readInvitation, withoutInvitation } from './invitation';

export function useInvitation(): Invitation {
  const [invitation, setInvitation] = useState<Invitation>({});
  useEffect(() => {
    const found = readInvitation(window.location.href);
    if (found.code === undefined && found.teamCode === undefined) return;
    window.history.replaceState(null, '', withoutInvitation(window.location.href));
    setInvitation(found);
  }, []);
  return invitation;
}
