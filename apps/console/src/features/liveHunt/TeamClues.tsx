/** A team's clues as its own app has them: what is hidden from it is not here. */
import type { ClueView } from '@trove/contracts';
import { formatNumberOf } from '../../format/numbers';
import { Glyph } from '../../ui/Glyph';
import { CELL_LOOKS } from './cellWords';

export function TeamClues({ clues }: { readonly clues: readonly ClueView[] }) {
  return (
    <ul aria-label="Clues" className="m-0 list-none p-0">
      {clues.map((clue) => (
        <li className="flex flex-col gap-1 border-t border-line py-2" key={clue.id}>
          <div className="flex flex-wrap items-baseline gap-x-3">
            <ClueMark status={clue.status} />
            <span className="font-medium">{clue.title}</span>
            <span className="text-muted">
              {clue.kind} · {formatNumberOf(clue.worth ?? clue.points, 'point')}
            </span>
          </div>
          {clue.text !== undefined && clue.text !== '' && (
            <p className="break-words whitespace-pre-wrap" dir="auto">
              {clue.text}
            </p>
          )}
          {clue.options && (
            <p className="text-muted">{clue.options.map(({ text }) => text).join(' · ')}</p>
          )}
          {clue.photo && (
            <p className="text-[13px] break-words text-muted" dir="auto">
              photo {clue.photo.status}
              {clue.photo.reason !== undefined && `: ${clue.photo.reason}`}
            </p>
          )}
          {(clue.hints ?? []).map(({ id, cost, status, text }) => (
            <p className="text-[13px] text-muted" key={id}>
              hint {id},{' '}
              {status === 'taken'
                ? (text ?? 'taken')
                : `${status.replace('_', ' ')}, costs ${cost}`}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function ClueMark({ status }: { readonly status: ClueView['status'] }) {
  const { shape, hue, word } = CELL_LOOKS[status];
  return (
    <span className="inline-flex w-20 items-center gap-1.5 text-[13px]">
      {shape === undefined ? <span aria-hidden="true">·</span> : <Glyph hue={hue} shape={shape} />}
      {word}
    </span>
  );
}
