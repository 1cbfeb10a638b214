/** Causes with what their events share, an example, how often, since when and until when. */
import type { QuarantineCause } from '@trove/contracts';
import clsx from 'clsx';
import { formatCount } from '../../format/numbers';
import { wordsOfCode } from '../../live/outcomes';
import { Glyph } from '../../ui/Glyph';
import { Spark } from '../../ui/Spark';
import { TimeText } from '../../ui/TimeText';
import type { QuarantineGroupView } from './answers';

interface GroupListProps {
  readonly groups: readonly QuarantineGroupView[];
  /** Key of the cause that is open. */
  readonly picked: string | null;
  readonly onPick: (cause: QuarantineCause) => void;
}

const STAGE_WORDS = { door: 'at the door', decide: 'while deciding' } as const;
const GRID =
  'grid w-full grid-cols-[1fr_auto] items-baseline gap-x-4 px-2 py-1.5 text-left ' +
  'hover:bg-raised md:grid-cols-[10rem_minmax(0,1fr)_5rem_5rem_5rem_4rem]';

export function GroupList({ groups, picked, onPick }: GroupListProps) {
  return (
    <ul className="m-0 list-none p-0">
      {groups.map((group) => (
        <li className="border-t border-line first:border-t-0" key={keyOfCause(group)}>
          <button
            aria-pressed={keyOfCause(group) === picked}
            className={clsx(GRID, keyOfCause(group) === picked && 'bg-raised')}
            onClick={() => onPick(group)}
            title={group.means}
            type="button"
          >
            <span className="flex items-center gap-2">
              <Glyph hue="--bad" shape="square" />
              {wordsOfCode(group.code)}
            </span>
            <Common group={group} />
            <span className="hidden text-muted md:inline">
              <Spark label={labelOfRecent(group)} values={group.recent} />
            </span>
            <span className="hidden text-muted md:inline" title="first">
              <TimeText as="age" ms={group.firstAt} />
            </span>
            <span className="hidden text-muted md:inline" title="last">
              <TimeText as="age" ms={group.lastAt} />
            </span>
            <span className="figures text-right">{formatCount(group.count)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What all of a group have in common, and what was found in one of them. */
function Common({ group }: { readonly group: QuarantineGroupView }) {
  const { type, path, stage, example, replayed } = group;
  return (
    <span className="order-last col-span-2 min-w-0 text-muted md:order-none md:col-span-1">
      <span className="block truncate">
        <code>{type === '' ? 'no type' : type}</code>
        {path !== '' && (
          <>
            {' · '}
            <code className="text-bad">{path}</code>
          </>
        )}
        {' · '}
        {STAGE_WORDS[stage]}
        {replayed > 0 && ` · ${formatCount(replayed)} replayed`}
      </span>
      <span className="block truncate">{example}</span>
    </span>
  );
}

/** Names a cause in keys and in the screen's address. */
export function keyOfCause({ code, stage, type, path }: QuarantineCause): string {
  return JSON.stringify({ code, stage, type, path });
}

function labelOfRecent({ recent }: QuarantineGroupView): string {
  const sum = recent.reduce((total, count) => total + count, 0);
  return `${formatCount(sum)} in the last 24 hours, ${formatCount(recent.at(-1) ?? 0)} this hour`;
}
