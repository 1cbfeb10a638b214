'use client';
/** A sheet to print: one card for each code, to cut out and hide. Codes are drawn here alone. */
import { Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { encode } from 'uqr';
import { formatNumberOf } from '../../format/numbers';
import { Button } from '../../ui/Button';
import { useDraft } from '../draft/DraftProvider';
import { entriesOf, textOf } from '../draft/draftHunt';
import { type CodeCard, codeCards, pathOfModules } from './codeCards';
import { JoinCard } from './JoinCard';

export function QrScreen() {
  const { draft, hunt } = useDraft();
  const [hasTitles, setTitles] = useState(false);
  const cards = useMemo(() => codeCards(entriesOf(hunt?.clues)), [hunt]);
  const joinCode = textOf(hunt?.joinCode);
  if (cards.length === 0 && joinCode === '') {
    return (
      <p className="text-muted">
        No clue of this hunt is found by a code, and players have no code to join with. Give a clue
        the kind “by a code” under Clues, or the hunt a join code under Settings.
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-[13px] print:hidden">
        <span className="text-muted">
          {formatNumberOf(cards.length + (joinCode === '' ? 0 : 1), 'card')}
        </span>
        <label className="flex items-center gap-1.5">
          <input
            checked={hasTitles}
            className="accent-accent"
            onChange={({ target }) => setTitles(target.checked)}
            type="checkbox"
          />
          Titles of the clues on the cards
        </label>
        <Button className="ml-auto" onClick={() => window.print()} tone="main">
          <Printer aria-hidden="true" size={14} /> Print
        </Button>
      </div>
      <ul
        className={
          'm-0 grid list-none grid-cols-2 gap-3 p-0 sm:grid-cols-3 lg:grid-cols-4 ' +
          'print:grid-cols-3'
        }
      >
        {joinCode !== '' && (
          <JoinCard code={joinCode} slug={draft.slug} title={textOf(hunt?.title)} />
        )}
        {cards.map((card) => (
          <QrCard card={card} hasTitle={hasTitles} hunt={textOf(hunt?.title)} key={card.index} />
        ))}
      </ul>
    </div>
  );
}

interface QrCardProps {
  readonly card: CodeCard;
  readonly hunt: string;
  readonly hasTitle: boolean;
}

/** A quarter of a code may be scratched away and it is still read: it hangs outside. */
function QrCard({ card: { code, title, index }, hunt, hasTitle }: QrCardProps) {
  const { size, path } = useMemo(() => {
    const { data, size } = encode(code, { ecc: 'Q', border: 2 });
    return { size, path: pathOfModules(data) };
  }, [code]);
  return (
    <li
      className={
        'flex break-inside-avoid flex-col items-center gap-2 rounded-md border border-dashed ' +
        'border-line bg-white p-3 text-black'
      }
    >
      <span className="text-center text-[13px] font-medium" dir="auto">
        {hunt}
      </span>
      <svg
        aria-label={`QR code of ${code}`}
        className="w-full max-w-44"
        role="img"
        shapeRendering="crispEdges"
        viewBox={`0 0 ${size} ${size}`}
      >
        <path d={path} fill="black" />
      </svg>
      <span className="figures text-[12px] break-all">{code}</span>
      <span className="text-center text-[12px]" dir="auto">
        {hasTitle ? title : `Clue ${index + 1}`}
      </span>
    </li>
  );
}
