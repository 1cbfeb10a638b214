'use client';
/** One clue: its text, what solves it, its hints, and what the team has tried. */
import type { ClueView as Clue } from '@trove/contracts';
import { ChevronLeft } from 'lucide-react';
import { usePlay } from '../client/usePlay';
import { Acts } from '../find/Acts';
import { ClueText } from '../find/ClueText';
import { FindParts } from '../find/FindParts';
import { HintList } from '../find/HintList';
import { kindLook } from '../find/kinds';
import { Heading } from '../frame/Heading';
import { hrefOf } from '../frame/route';
import { clockText } from '../words/clockText';
import { NoView } from './NoView';
import { SubmissionCard } from './SubmissionCard';

export function ClueView({ id }: { readonly id: string }) {
  const { state } = usePlay();
  const clue = state.snapshot?.clues.find((one) => one.id === id);
  return (
    <>
      <a
        className="-mb-3 flex min-h-12 items-center gap-1 self-start"
        href={hrefOf({ screen: 'clues' })}
      >
        <ChevronLeft aria-hidden="true" size={22} /> All clues
      </a>
      {clue === undefined ? <Missing /> : <Known clue={clue} />}
    </>
  );
}

function Missing() {
  const { state } = usePlay();
  if (state.snapshot === undefined) return <NoView what="clue" />;
  return (
    <>
      <Heading>This clue is gone</Heading>
      <p className="m-0 text-muted">The organisers have taken it out of the hunt.</p>
    </>
  );
}

function Known({ clue }: { readonly clue: Clue }) {
  const { state } = usePlay();
  const tries = state.submissions.filter((one) => one.clue === clue.id);
  return (
    <>
      <div>
        <Heading>{clue.title}</Heading>
        <p className="m-0 text-muted">{standing(clue)}</p>
      </div>
      {clue.text === undefined ? (
        <p className="m-0">{whyShut(clue)}</p>
      ) : (
        <ClueText text={clue.text} />
      )}
      <FindParts clue={clue} />
      {clue.status !== 'open' && (
        <Acts>
          <a
            className={
              'flex min-h-12 items-center justify-center rounded-xl border-2 border-line ' +
              'font-semibold text-ink'
            }
            href={hrefOf({ screen: 'clues' })}
          >
            To the other clues
          </a>
        </Acts>
      )}
      <HintList clue={clue} />
      {tries.length > 0 && (
        <section aria-label="Your tries" className="flex flex-col gap-2">
          <h3 className="m-0 text-base font-semibold">Your tries</h3>
          <ul className="m-0 flex list-none flex-col gap-2 p-0">
            {tries.map((one) => (
              <li key={one.id}>
                <SubmissionCard submission={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const SHUT: Readonly<Record<Clue['status'], string>> = {
  locked: 'Its text opens once your team has found what comes before it.',
  closed: 'It can’t be read now.',
  open: 'It has no text: its title is all there is.',
  solved: 'Solved.',
};

function whyShut({ status, opensAt, triesLeft }: Clue): string {
  if (status === 'closed' && opensAt !== undefined) {
    return `It opens ${clockText(Date.parse(opensAt))}.`;
  }
  if (status === 'closed' && triesLeft === 0) return 'Your team has used up its tries.';
  return SHUT[status];
}

function standing({ kind, status, worth, points, triesLeft }: Clue): string {
  const { how } = kindLook(kind);
  if (status === 'solved') return `${how} · solved ✓`;
  const shut = status === 'open' ? '' : ` · ${status}`;
  const tries = status === 'open' && triesLeft !== undefined ? ` · ${triesText(triesLeft)}` : '';
  return `${how} · worth ${worth ?? points} points${shut}${tries}`;
}

function triesText(left: number): string {
  return left === 1 ? 'one try left' : `${left} tries left`;
}
