/** Sends what the player means, and says so where the phone can keep no more. */
import type { EventType } from '@trove/contracts';
import { useState } from 'react';
import type { Intent, Submission } from '../client/submission';
import { usePlay } from '../client/usePlay';

const FULL =
  'This phone keeps all it can until there is a signal. What you have sent so far is safe.';

export function useSubmit() {
  const { client } = usePlay();
  const [trouble, setTrouble] = useState<string>();
  const submit = <T extends EventType>(intent: Intent<T>): Submission | undefined => {
    const sent = client.submit(intent);
    setTrouble(sent === undefined ? FULL : undefined);
    return sent;
  };
  return { submit, trouble };
}
