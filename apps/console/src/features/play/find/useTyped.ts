'use client';
/**
 * What a player has typed and not sent. It outlives its field, which goes away while the hunt is
 * paused and whenever another screen is looked at.
 */
import { useState } from 'react';
import { usePlay } from '../client/usePlay';

export function useTyped(field: string): readonly [string, (text: string) => void] {
  const { client } = usePlay();
  const [text, setText] = useState(client.typed.get(field) ?? '');
  const type = (next: string) => {
    client.typed.set(field, next);
    setText(next);
  };
  return [text, type];
}
