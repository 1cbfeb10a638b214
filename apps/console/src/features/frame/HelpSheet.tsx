'use client';
/** The keys, in words. */
import { Sheet } from '../../ui/Sheet';
import { useScreens } from './ViewerContext';

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['Space', 'Pause and go on'],
  ['t', 'The next window: 5, 15, 60 minutes, 24 hours'],
  ['+ -', 'Look closer or wider at a stretch of time'],
  ['Shift ← →', 'Go to the time before or after'],
  ['⌘K or Ctrl K', 'Find a command'],
  ['?', 'These keys'],
  ['/', 'Go to the filter of the screen'],
  ['j k', 'Down and up in a list'],
  ['Enter', 'Open the row'],
  ['Alt ↑ Alt ↓', 'Move a rule before or behind the next'],
  ['c', 'A rule’s condition as blocks, or as code'],
  ['Esc', 'Close the row, the sheet, or this; from a stretch of time back to live'],
  ['n d x a', 'Among clues: add, duplicate, select one, select all'],
  ['Alt ↑ ↓, Delete', 'Among clues: move, take out; Ctrl Z brings it back'],
];

interface HelpSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function HelpSheet({ isOpen, onClose }: HelpSheetProps) {
  const goes = useScreens().map(({ key, title }) => [`g ${key}`, `Go to ${title}`] as const);
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title="Keys">
      <dl className="grid grid-cols-[9rem_1fr] gap-y-2">
        {[...KEYS, ...goes].map(([keys, does]) => (
          <div className="contents" key={keys}>
            <dt>
              <kbd className="rounded border border-line bg-raised px-1.5 py-0.5">{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-6 text-muted">
        A click on a point of a chart opens the events behind it, a drag over several zooms in.
        Every id copies on a click. Hunt, window, range, pause and filters are in the address: the
        same link shows the same picture.
      </p>
    </Sheet>
  );
}
