'use client';
/** What the team might try next, and why. */
import type { Suggestion } from '@trove/contracts';
import { usePlay } from '../client/usePlay';
import { Fold } from '../frame/Fold';
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
        <Fold title="Or one of these">
          {others.map((one) => (
            <Line key={one.clue} suggestion={one} title={clueTitle(one.clue, snapshot)} />
          ))}
        </Fold>
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
      <Fold className="text-sm" title={`Why? ${suggestionWhy(suggestion)}`}>
        <ul className="m-0 pl-6 text-sm text-muted">
          {suggestionFacts(suggestion).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}
