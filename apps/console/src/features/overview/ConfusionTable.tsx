/** How often each kind of injected event was called what: the counts behind the figures. */
import clsx from 'clsx';
import { formatCount } from '../../format/numbers';
import { INJECTED_WORDS, TRUTH_ANSWER_WORDS } from '../../live/truthWords';
import { Scrollable } from '../../ui/Scrollable';
import type { MatrixCell, Truth } from './truth';

const HEAD = 'px-2 py-1 font-normal';
const HEIGHT = 260;

export function ConfusionTable({ matrix }: Pick<Truth, 'matrix'>) {
  const answers = matrix[0]?.cells.map(({ answer }) => answer) ?? [];
  return (
    <Scrollable
      className="relative"
      label="Injected events by what they were called"
      maxHeight={HEIGHT}
    >
      <table className="w-full text-[13px]">
        <caption className="sr-only">Injected events by what they were called</caption>
        <thead className="sticky top-0 bg-panel text-muted">
          <tr>
            <th className={`${HEAD} text-left`} scope="col">
              injected
            </th>
            {answers.map((answer) => (
              <th className={`${HEAD} text-right`} key={answer} scope="col">
                {TRUTH_ANSWER_WORDS[answer]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.map(({ injected, cells }) => (
            <tr className="border-t border-line" key={injected}>
              <th className={`${HEAD} text-left whitespace-nowrap`} scope="row">
                {INJECTED_WORDS[injected]}
              </th>
              {cells.map((cell) => (
                <Cell cell={cell} key={cell.answer} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

/** Right answers have a mark before them, so that hue alone says nothing. */
function Cell({ cell: { count, isRight } }: { readonly cell: MatrixCell }) {
  const isShown = count > 0;
  return (
    <td
      className={clsx(
        'figures px-2 py-1 text-right whitespace-nowrap',
        !isShown && 'text-muted',
        isShown && isRight && 'text-good',
      )}
      title={`${count}`}
    >
      {isShown && isRight && (
        <>
          <span aria-hidden="true">✓ </span>
          <span className="sr-only">right: </span>
        </>
      )}
      {isShown ? formatCount(count) : '·'}
    </td>
  );
}
