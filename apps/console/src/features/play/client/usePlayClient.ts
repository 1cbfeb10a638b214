/** The client of one hunt, for as long as its page is open. */
import { useEffect, useState } from 'react';
import { PlayClient } from './playClient';

interface PlayClientOptions {
  readonly slug: string;
  readonly door: string;
}

/** Undefined until the browser has taken over from the server. */
export function usePlayClient({ slug, door }: PlayClientOptions): PlayClient | undefined {
  const [client, setClient] = useState<PlayClient>();
  useEffect(() => {
    const opened = new PlayClient({ slug, door });
    setClient(opened);
    void opened.open();
    // A phone may end a hidden page at any time, without another word.
    const keep = () => opened.store.keepNow();
    document.addEventListener('visibilitychange', keep);
    return () => {
      document.removeEventListener('visibilitychange', keep);
      opened.close();
    };
  }, [slug, door]);
  return client;
}
