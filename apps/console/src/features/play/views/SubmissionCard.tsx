'use client';
/** The receipt of a submission: how far it has come, what it did, and why, in the hunt's words. */
import clsx from 'clsx';
import type { Submission } from '../client/submission';
import { usePlay } from '../client/usePlay';
import { clockText } from '../words/clockText';
import { clueTitle, type Tone, wordsOfSubmission } from '../words/resultWords';
import { WhyList } from './WhyList';

const EDGES: Readonly<Record<Tone, string>> = {
  good: 'border-good',
  bad: 'border-bad',
  doubt: 'border-doubt',
  quiet: 'border-line',
};
const MARKS: Readonly<Record<Tone, string>> = { good: '●', bad: '■', doubt: '▲', quiet: '○' };
const HUES: Readonly<Record<Tone, string>> = {
  good: 'text-good',
  bad: 'text-bad',
  doubt: 'text-doubt',
  quiet: 'text-muted',
};

interface SubmissionCardProps {
  readonly submission: Submission;
  /** Says which clue it was for: where cards of several stand together. */
  readonly hasClue?: boolean;
}

export function SubmissionCard({ submission, hasClue = false }: SubmissionCardProps) {
  const { state } = usePlay();
  const { clue, says, atMs, progress } = submission;
  const words = wordsOfSubmission(submission, {
    snapshot: state.snapshot,
    isLive: state.signal === 'live',
  });
  return (
    <article className={clsx('rounded-xl border-2 bg-panel px-4 py-3', EDGES[words.tone])}>
      {hasClue && clue !== undefined && (
        <p className="m-0 font-medium break-words" dir="auto">
          {clueTitle(clue, state.snapshot)}
        </p>
      )}
      <p className="m-0 flex justify-between gap-3 text-sm text-muted">
        <span className="min-w-0 break-words" dir="auto">
          {says}
        </span>
        <time className="shrink-0" dateTime={new Date(atMs).toISOString()}>
          {clockText(atMs)}
        </time>
      </p>
      <p className="m-0 mt-1 flex items-baseline gap-2 font-semibold">
        <span aria-hidden="true" className={HUES[words.tone]}>
          {MARKS[words.tone]}
        </span>
        <span>{words.says}</span>
      </p>
      {words.more.map((line) => (
        <p className="m-0 pl-6 break-words" dir="auto" key={line}>
          {line}
        </p>
      ))}
      {progress === 'decided' && <WhyList submission={submission} />}
    </article>
  );
}
