/** For a form that acts on what it keeps itself: the browser sends nothing. */
import type { FormEvent } from 'react';

export function onSend(act: () => void): (event: FormEvent) => void {
  return (event) => {
    event.preventDefault();
    act();
  };
}
