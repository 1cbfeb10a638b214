'use client';
/** What is right at a clue, and its hints, each with a button that gives it for nothing. */
import { Button } from '../../ui/Button';
import type { ClueHead } from './answers';
import type { Operating } from './useOperate';
import { useSolutions } from './useSolutions';

interface GiveHintsProps {
  readonly clue: ClueHead;
  readonly cell: { readonly hints: readonly string[] };
  readonly slug: string;
  readonly team: string;
  readonly operating: Operating;
}

export function GiveHints({ clue, cell, slug, team, operating }: GiveHintsProps) {
  const solutions = useSolutions(slug);
  const solution = solutions.of(clue.id);
  const textOf = (id: string) => solution?.hints.find((hint) => hint.id === id)?.text ?? id;
  const give = (hint: string) => {
    operating.act({ type: 'hint.given.v1', data: { team, clue: clue.id, hint } });
  };
  if (solutions.isComing) return <p className="text-muted">Reading what is right …</p>;
  return (
    <div>
      {solutions.hasFailed && <p className="text-bad">What is right can’t be read now.</p>}
      {solution && solution.right.length > 0 && (
        <p className="break-words text-muted" dir="auto">
          Right is: {solution.right.join(' · ')}
        </p>
      )}
      {clue.hints.length === 0 && <p className="text-muted">This clue has no hints.</p>}
      <ul aria-label={`Hints of ${clue.title}`} className="m-0 list-none p-0">
        {clue.hints.map(({ id, cost }) => (
          <li className="flex items-center gap-3 border-t border-line py-2" key={id}>
            <span className="min-w-0 flex-1 break-words" dir="auto">
              {textOf(id)} <span className="text-muted">costs {cost}</span>
            </span>
            {cell.hints.includes(id) ? (
              <span className="text-muted">has it</span>
            ) : (
              <Button disabled={operating.isPending} onClick={() => give(id)}>
                Give for nothing
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
