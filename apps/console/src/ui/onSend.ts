import type { FormEvent } from 'react';

/** For a form that acts on what it keeps itself: the browser sends nothing. */
export function onSend(act: () => void): (event: FormEvent) => void {
  return (event) => {
    event.preventDefault();
    act();
  };
}
