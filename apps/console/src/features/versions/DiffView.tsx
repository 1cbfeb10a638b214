'use client';
/** What differs: in sentences first, then field by field. */
import { useId, useState } from 'react';
import { formatNumberOf } from '../../format/numbers';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { textOf } from '../draft/draftHunt';
import type { AffectedClue, AffectedPlay, DiffAnswer } from './answers';

/** Fields of one list; a first version of a large hunt has thousands. */
const SHOWN = 200;

export function DiffView({ diff }: { readonly diff: DiffAnswer }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (!diff.isSound) {
    return (
      <Notice tone="bad">
        The draft has mistakes. What it changes can be told once it has none.
      </Notice>
    );
  }
  const { says, changes, affected } = diff;
  return (
    <div className="flex flex-col gap-3">
      <ul className="m-0 list-disc pl-5">
        {says.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {affected && <Affected play={affected} />}
      <span>
        <Button aria-controls={id} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide the fields' : `Field by field (${changes.length})`}
        </Button>
      </span>
      {isOpen && (
        <div className="overflow-x-auto" id={id}>
          <table className="w-full border-collapse text-[13px]">
            <thead>
              <tr className="text-left text-muted">
                <th className="py-1 pr-4 font-normal">Field</th>
                <th className="py-1 pr-4 font-normal">Now</th>
                <th className="py-1 font-normal">Then</th>
              </tr>
            </thead>
            <tbody>
              {changes.slice(0, SHOWN).map(({ path, before, after }) => (
                <tr className="border-t border-line align-top" key={path}>
                  <td className="figures py-1 pr-4">{path}</td>
                  <td className="py-1 pr-4 break-words text-muted">{valueText(before)}</td>
                  <td className="py-1 break-words">{valueText(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {changes.length > SHOWN && (
            <p className="text-muted">
              And {formatNumberOf(changes.length - SHOWN, 'more field')}.
            </p>
          )}
        </div>
      )}
    </div>
  );
}

function valueText(value: unknown): string {
  return value === undefined ? '—' : textOf(value);
}

function Affected({ play: { teams, clues } }: { readonly play: AffectedPlay }) {
  if (teams === 0) return <p className="m-0 text-muted">Nobody plays it yet.</p>;
  return (
    <div>
      <p className="m-0">
        <span aria-hidden="true" className="text-doubt">
          ▲{' '}
        </span>
        {formatNumberOf(teams, 'team')} in mid-hunt will be judged by it from then on.
      </p>
      <Solved
        clues={clues.filter(({ isGone }) => !isGone)}
        says="Solved already, and paid as it was"
      />
      <Solved clues={clues.filter(({ isGone }) => isGone)} says="Solved already, and taken away" />
    </div>
  );
}

interface SolvedProps {
  readonly says: string;
  readonly clues: readonly AffectedClue[];
}

function Solved({ says, clues }: SolvedProps) {
  if (clues.length === 0) return null;
  const byTeams = clues.map(({ title, solves }) => `${title} by ${formatNumberOf(solves, 'team')}`);
  return (
    <p className="m-0 text-muted">
      {says}: {byTeams.join(', ')}.
    </p>
  );
}
