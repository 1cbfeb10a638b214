'use client';
/**
 * A text while it is typed: kept in the field, and handed on in the pauses, so that neither every
 * letter is a step of undo nor a word is lost when the field goes away.
 */
import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 500;

/** @param shown the text as the draft has it */
export function useTyped(shown: string, commit: (text: string) => void) {
  const [typed, setTyped] = useState<string>();
  const latest = useRef({ typed, commit });
  latest.current = { typed, commit };
  const flush = useRef(() => {
    const { typed: text, commit: hand } = latest.current;
    if (text === undefined) return;
    latest.current = { typed: undefined, commit: hand };
    hand(text);
    setTyped(undefined);
  });
  useEffect(() => {
    if (typed === undefined) return;
    const timer = setTimeout(flush.current, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const last = flush.current;
    return () => last();
  }, []);
  return {
    value: typed ?? shown,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setTyped(event.target.value);
    },
    onBlur: () => flush.current(),
  };
}
