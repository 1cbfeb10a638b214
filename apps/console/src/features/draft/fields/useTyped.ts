'use client';
/**
 * A text while it is typed: kept in the field until that is left, and handed on in the pauses, so
 * that neither every letter is a step of undo nor a word is lost when the field goes away.
 */
import { useEffect, useRef, useState } from 'react';
import { type Typed, typedBeside } from './typed';

const PAUSE_MS = 500;

/** @param shown the text as the draft has it */
export function useTyped(shown: string, commit: (text: string) => void) {
  const [before, setTyped] = useState<Typed>();
  const typed = before && typedBeside(before, shown);
  if (typed !== before) setTyped(typed);
  const latest = useRef({ typed, commit });
  latest.current = { typed, commit };
  const handOn = useRef(() => {
    const { typed: waiting, commit: hand } = latest.current;
    if (waiting === undefined || waiting.isHandedOn) return;
    const handedOn = { text: waiting.text, isHandedOn: true };
    latest.current = { typed: handedOn, commit: hand };
    hand(waiting.text);
    setTyped(handedOn);
  });
  useEffect(() => {
    if (typed === undefined || typed.isHandedOn) return;
    const timer = setTimeout(handOn.current, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const last = handOn.current;
    return () => last();
  }, []);
  return {
    value: typed?.text ?? shown,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setTyped({ text: event.target.value, isHandedOn: false });
    },
    onBlur: () => {
      handOn.current();
      setTyped(undefined);
    },
  };
}
