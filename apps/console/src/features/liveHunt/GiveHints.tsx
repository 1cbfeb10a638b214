/** A clue's hints, each with a button that gives it to a team for nothing. */
import { Button } from '../../ui/Button';
import type { ClueHead } from './answers';
import type { Operating } from './useOperate';

interface GiveHintsProps {
  readonly clue: ClueHead;
  readonly cell: { readonly hints: readonly string[] };
  readonly team: string;
  readonly operating: Operating;
}

export function GiveHints({ clue, cell, team, operating }: GiveHintsProps) {
  if (clue.hints.length === 0) return <p className="text-muted">This clue has no hints.</p>;
  const give = (hint: string) => {
    operating.act({ type: 'hint.given.v1', data: { team, clue: clue.id, hint } });
  };
  return (
    <ul aria-label={`Hints of ${clue.title}`} className="m-0 list-none p-0">
      {clue.hints.map(({ id, cost }) => {
        const isTaken = cell.hints.includes(id);
        return (
          <li className="flex items-center gap-3 border-t border-line py-2" key={id}>
            <span className="min-w-0 flex-1 break-words">
              {id} <span className="text-muted">costs {cost}</span>
            </span>
            {isTaken ? (
              <span className="text-muted">has it</span>
            ) : (
              <Button disabled={operating.isPending} onClick={() => give(id)}>
                Give for nothing
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
