/** What operators did to a team, as the ledger has it. */
import type { Correction } from '@trove/db';
import Link from 'next/link';
import { formatCount } from '../../format/numbers';
import { Panel, type PanelState } from '../../ui/Panel';
import { TimeText } from '../../ui/TimeText';
import { useScopedHref } from '../frame/useScopedHref';

interface CorrectionListProps {
  /** Absent while the ledger does not answer. */
  readonly corrections: readonly Correction[] | undefined;
  readonly state: PanelState;
}

export function CorrectionList({ corrections, state }: CorrectionListProps) {
  const hrefTo = useScopedHref();
  return (
    <Panel state={stateOf(corrections, state)} title="Corrections in the ledger">
      <ul className="m-0 list-none p-0">
        {(corrections ?? []).map(({ eventId, points, reason, teamStatus, committedMs }) => (
          <li
            className="flex flex-wrap gap-x-3 border-t border-line py-2 first:border-t-0"
            key={eventId}
          >
            <Link className="hover:underline" href={hrefTo(`/events/${eventId}`)}>
              <TimeText ms={committedMs} />
            </Link>
            <span className="figures text-accent">
              {teamStatus ?? `${points > 0 ? '+' : ''}${formatCount(points)}`}
            </span>
            <span className="min-w-0 flex-1 break-words" dir="auto">
              {reason}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** A ledger that does not answer is no empty one. */
function stateOf(corrections: CorrectionListProps['corrections'], state: PanelState): PanelState {
  if (state.is === 'loading' || state.is === 'error') return state;
  if (corrections === undefined) return { is: 'error', says: AWAY };
  return corrections.length === 0 ? { is: 'empty', says: EMPTY } : state;
}

const AWAY = 'The ledger does not answer: what operators did to the team is not known now.';
const EMPTY = 'No operator has moved its points or its status.';
