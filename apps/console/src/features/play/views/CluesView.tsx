'use client';
/** What there is to do: what to try next, what is open, what waits and what is done. */
import type { ClueView } from '@trove/contracts';
import { usePlay } from '../client/usePlay';
import { Fold } from '../frame/Fold';
import { Heading } from '../frame/Heading';
import { ClueCard } from './ClueCard';
import { NoView } from './NoView';
import { TryNext } from './TryNext';

export function CluesView() {
  const { state } = usePlay();
  const { snapshot } = state;
  if (snapshot === undefined) return <NoView what="clues" />;
  const of = (...statuses: readonly ClueView['status'][]) =>
    snapshot.clues.filter(({ status }) => statuses.includes(status));
  const open = of('open');
  const solved = of('solved');
  return (
    <>
      <Heading>Clues</Heading>
      <TryNext />
      <ClueList clues={open} title={`Open (${open.length})`}>
        {solved.length === snapshot.clues.length
          ? 'You have solved every clue. What a team!'
          : 'Nothing is open to you just now.'}
      </ClueList>
      <Folded clues={of('locked')} title="Still locked" />
      <Folded clues={of('closed')} title="Closed" />
      <Folded clues={solved} title="Solved" />
    </>
  );
}

interface ClueListProps {
  readonly clues: readonly ClueView[];
  readonly title: string;
  /** What stands there when there are none. */
  readonly children?: string;
}

function ClueList({ clues, title, children }: ClueListProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h3 className="m-0 text-base font-semibold">{title}</h3>
      {clues.length === 0 && <p className="m-0 text-muted">{children}</p>}
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {clues.map((clue) => (
          <li key={clue.id}>
            <ClueCard clue={clue} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What can't be done now is out of the way until it is asked for. */
function Folded({ clues, title }: ClueListProps) {
  if (clues.length === 0) return null;
  return (
    <Fold className="font-semibold" title={`${title} (${clues.length})`}>
      <ul className="m-0 mt-2 flex list-none flex-col gap-2 p-0">
        {clues.map((clue) => (
          <li key={clue.id}>
            <ClueCard clue={clue} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}
