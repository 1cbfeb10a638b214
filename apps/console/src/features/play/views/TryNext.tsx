'use client';
/** What the team might try next, and why. */
import type { Suggestion } from '@trove/contracts';
import { usePlay } from '../client/usePlay';
import { hrefOf } from '../frame/route';
import { clueTitle } from '../words/resultWords';
import { suggestionFacts, suggestionWay, suggestionWhy } from '../words/suggestionWords';

export function TryNext() {
  const { state } = usePlay();
  const { suggestions, snapshot } = state;
  const open = new Set(
    snapshot?.clues.filter(({ status }) => status === 'open').map(({ id }) => id),
  );
  // What was solved since they were made is no suggestion any more.
  const [first, ...others] = suggestions.filter(({ clue }) => open.has(clue));
  if (first === undefined) return null;
  return (
    <section
      aria-label="Try next"
      className="flex flex-col gap-1 rounded-xl border-2 border-accent bg-panel px-4 py-3"
    >
      <h3 className="m-0 text-sm font-semibold text-accent">Try next</h3>
      <Line suggestion={first} title={clueTitle(first.clue, snapshot)} />
      {others.length > 0 && (
        <details>
          <summary className="flex min-h-12 cursor-pointer items-center text-muted">
            Or one of these
          </summary>
          {others.map((one) => (
            <Line key={one.clue} suggestion={one} title={clueTitle(one.clue, snapshot)} />
          ))}
        </details>
      )}
    </section>
  );
}

interface LineProps {
  readonly suggestion: Suggestion;
  readonly title: string;
}

function Line({ suggestion, title }: LineProps) {
  return (
    <div>
      <a
        className="flex min-h-12 flex-wrap items-center gap-x-3 font-medium text-ink"
        href={hrefOf({ screen: 'clue', clue: suggestion.clue })}
      >
        <span className="break-words underline" dir="auto">
          {title}
        </span>
        <span className="text-sm font-normal text-muted">{suggestionWay(suggestion)}</span>
      </a>
      <details className="text-sm">
        <summary className="flex min-h-12 cursor-pointer items-center">
          Why? {suggestionWhy(suggestion)}
        </summary>
        <ul className="m-0 pl-5 text-muted">
          {suggestionFacts(suggestion).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
