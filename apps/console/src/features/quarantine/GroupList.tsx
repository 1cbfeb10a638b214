/** Reasons with what they mean, how often, since when and until when. */
import clsx from 'clsx';
import { formatCount } from '../../format/numbers';
import { wordsOfCode } from '../../live/outcomes';
import { Glyph } from '../../ui/Glyph';
import { TimeText } from '../../ui/TimeText';
import type { QuarantineGroupView } from './answers';

interface GroupListProps {
  readonly groups: readonly QuarantineGroupView[];
  readonly picked: string | null;
  readonly onPick: (code: string) => void;
}

const STAGE_WORDS = { door: 'at the door', decide: 'while deciding' } as const;
const GRID =
  'grid w-full grid-cols-[1fr_auto] items-baseline gap-x-4 px-2 py-1.5 text-left ' +
  'hover:bg-raised md:grid-cols-[11rem_minmax(0,1fr)_8rem_6rem_6rem_5rem]';

export function GroupList({ groups, picked, onPick }: GroupListProps) {
  return (
    <ul className="m-0 list-none p-0">
      {groups.map((group) => (
        <li className="border-t border-line first:border-t-0" key={`${group.code} ${group.stage}`}>
          <button
            aria-pressed={group.code === picked}
            className={clsx(GRID, group.code === picked && 'bg-raised')}
            onClick={() => onPick(group.code)}
            type="button"
          >
            <span className="flex items-center gap-2">
              <Glyph hue="--bad" shape="square" />
              {wordsOfCode(group.code)}
            </span>
            <span className="order-last col-span-2 text-muted md:order-none md:col-span-1">
              {group.means}
            </span>
            <span className="hidden text-muted md:inline">{STAGE_WORDS[group.stage]}</span>
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
