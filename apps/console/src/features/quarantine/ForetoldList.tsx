/** What the rules of now would say of the first events of a repair. */
import type { Foretold } from '@trove/repairs';
import { formatNumberOf } from '../../format/numbers';
import { wordOfVerdict, wordsOfCode } from '../../live/outcomes';
import { Scrollable } from '../../ui/Scrollable';

export function ForetoldList({ foretold }: { readonly foretold: readonly Foretold[] }) {
  if (foretold.length === 0) return null;
  const label = `The first ${formatNumberOf(foretold.length, 'event')} as things stand`;
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="pb-1 text-[13px] text-muted">
        {label}, each by itself: what one brings, the next of its team may bring no more.
      </figcaption>
      <Scrollable className="max-h-40 rounded-md bg-raised p-3" label={label}>
        <ul className="m-0 list-none p-0 text-[13px]">
          {foretold.map((one) => (
            <li className="flex flex-wrap gap-x-3" key={`${one.eventId} ${one.team}`}>
              <code>{one.eventId}</code>
              <span className="text-muted">{one.team}</span>
              <span>{wordsOf(one)}</span>
            </li>
          ))}
        </ul>
      </Scrollable>
    </figure>
  );
}

function wordsOf({ outcome, verdict, clue, points }: Foretold): string {
  const isCounted = outcome === 'replayed' || outcome === 'accepted';
  if (!isCounted || verdict === undefined) return wordsOfCode(outcome);
  const where = clue === undefined ? '' : ` ${clue}`;
  return `${wordOfVerdict(verdict)}${where}, ${formatNumberOf(points, 'point')}`;
}
