'use client';
/**
 * A clue's text. Its Markdown is made into elements by a part that comes after the first screen;
 * until it is there, and where it can't come, the plain text stands in its place.
 */
import { type ReactNode, useEffect, useState } from 'react';

export function ClueText({ text }: { readonly text: string }) {
  const [rendered, setRendered] = useState<{ readonly of: string; readonly tree: ReactNode }>();
  useEffect(() => {
    let isGone = false;
    import('./markdownTree').then(
      ({ markdownTree }) => {
        if (!isGone) setRendered({ of: text, tree: markdownTree(text) });
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [text]);
  const isReady = rendered?.of === text;
  return (
    <div className="flex flex-col gap-3 break-words" dir="auto">
      {isReady ? rendered.tree : <p className="m-0 whitespace-pre-line">{text}</p>}
    </div>
  );
}
