/** How often each kind of injected event was called what: the counts behind the figures. */
import clsx from 'clsx';
import { formatCount } from '../../format/numbers';
import { INJECTED_WORDS, TRUTH_ANSWER_WORDS } from '../../live/truthWords';
import { Scrollable } from '../../ui/Scrollable';
import { type Column, FigureCell, NameCell, Table } from '../../ui/Table';
import type { MatrixCell, Truth } from './truth';

const CAPTION = 'Injected events by what they were called';
const HEIGHT = 260;

export function ConfusionTable({ matrix }: Pick<Truth, 'matrix'>) {
  const answers = matrix[0]?.cells.map(({ answer }) => answer) ?? [];
  const columns: readonly Column[] = [
    ['injected', 'name'],
    ...answers.map((answer) => [TRUTH_ANSWER_WORDS[answer], 'figure'] as const),
  ];
  return (
    <Scrollable className="relative" label={CAPTION} maxHeight={HEIGHT}>
      <Table caption={CAPTION} columns={columns} hasStickyHead>
        {matrix.map(({ injected, cells }) => (
          <tr key={injected}>
            <NameCell className="whitespace-nowrap">{INJECTED_WORDS[injected]}</NameCell>
            {cells.map((cell) => (
              <Cell cell={cell} key={cell.answer} />
            ))}
          </tr>
        ))}
      </Table>
    </Scrollable>
  );
}

/** Right answers have a mark before them, so that hue alone says nothing. */
function Cell({ cell: { count, isRight } }: { readonly cell: MatrixCell }) {
  const isShown = count > 0;
  return (
    <FigureCell
      className={clsx(!isShown && 'text-muted', isShown && isRight && 'text-good')}
      title={`${count}`}
    >
      {isShown && isRight && (
        <>
          <span aria-hidden="true">✓ </span>
          <span className="sr-only">right: </span>
        </>
      )}
      {isShown ? formatCount(count) : '·'}
    </FigureCell>
  );
}
