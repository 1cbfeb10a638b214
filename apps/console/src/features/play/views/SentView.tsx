'use client';
/** All that was sent from this phone, how far each has come, and what team-mates did. */
import { usePlay } from '../client/usePlay';
import { Heading } from '../frame/Heading';
import { connectionWords } from '../words/connectionWords';
import { clueTitle, wordsOfResult } from '../words/resultWords';
import { SubmissionCard } from './SubmissionCard';

export function SentView() {
  const { state } = usePlay();
  const { submissions, teamNews, snapshot } = state;
  return (
    <>
      <Heading>What you have sent</Heading>
      <p className="m-0 text-muted">{connectionWords(state).says}.</p>
      {submissions.length === 0 && (
        <p className="m-0 text-muted">
          Nothing yet. What you send without a signal waits here, and leaves by itself.
        </p>
      )}
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {submissions.map((one) => (
          <li key={one.id}>
            <SubmissionCard hasClue submission={one} />
          </li>
        ))}
      </ul>
      {teamNews.length > 0 && (
        <section aria-label="News of your team" className="flex flex-col gap-2">
          <h3 className="m-0 text-base font-semibold">News of your team</h3>
          <ul className="m-0 flex list-none flex-col gap-2 p-0">
            {teamNews.map((result) => {
              const { says, more } = wordsOfResult(result, { snapshot });
              return (
                <li
                  className="rounded-xl border-2 border-line bg-panel px-4 py-2"
                  key={result.position}
                >
                  {result.clue !== undefined && (
                    <strong dir="auto">{clueTitle(result.clue, snapshot)}: </strong>
                  )}
                  {[says, ...more].join(' ')}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}
