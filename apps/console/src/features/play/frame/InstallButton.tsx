'use client';
/** Puts the hunt on the phone's home screen, where the browser offers that. */
import { useEffect, useState } from 'react';
import { BigButton } from './BigButton';

/** Not in TypeScript's own description of browsers: only some have it. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

export function InstallButton() {
  const [offer, setOffer] = useState<InstallOffer>();
  useEffect(() => {
    const keep = (event: Event) => {
      // Else the browser shows a bar of its own, over the acts of a clue.
      event.preventDefault();
      setOffer(event as InstallOffer);
    };
    window.addEventListener('beforeinstallprompt', keep);
    return () => window.removeEventListener('beforeinstallprompt', keep);
  }, []);
  if (offer === undefined) return null;
  const install = async () => {
    setOffer(undefined);
    // Saying no is an answer too; the browser offers it again another day.
    await offer.prompt().catch(() => undefined);
  };
  return (
    <BigButton className="mx-4 mt-3" onClick={() => void install()}>
      Put this hunt on your home screen
    </BigButton>
  );
}
