'use client';
/** Copies the address of what is shown, for somebody else to see the same. */
import { useState } from 'react';
import { Button } from '../../ui/Button';

const SAID_MS = 2_000;

export function CopyLink() {
  const [says, setSays] = useState('Copy link');
  const say = (words: string) => {
    setSays(words);
    setTimeout(() => setSays('Copy link'), SAID_MS);
  };
  const copy = () => {
    // Without a secure context there is no clipboard; the address bar holds the same.
    const copied = navigator.clipboard?.writeText(window.location.href);
    if (copied === undefined) say('It is in the address bar');
    else
      copied.then(
        () => say('Copied'),
        () => say('It is in the address bar'),
      );
  };
  return (
    <Button aria-live="polite" onClick={copy} tone="bare">
      {says}
    </Button>
  );
}
