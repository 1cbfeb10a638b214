'use client';
/** Alone, in a new team, or in one that is there: three big choices. */

export type Way = 'alone' | 'make' | 'join';

const WAYS: readonly (readonly [Way, string, string])[] = [
  ['alone', 'Alone', 'Just you'],
  ['make', 'New team', 'You get a code for the others'],
  ['join', 'Join a team', 'With the team’s code'],
];

interface WayPickerProps {
  readonly way: Way;
  readonly onPick: (way: Way) => void;
}

export function WayPicker({ way, onPick }: WayPickerProps) {
  return (
    <fieldset className="m-0 grid gap-2 border-0 p-0 sm:grid-cols-3">
      <legend className="mb-1 p-0 font-medium">How do you play?</legend>
      {WAYS.map(([value, title, about]) => (
        <label
          className={
            'flex min-h-14 cursor-pointer items-center gap-3 rounded-lg border-2 border-line ' +
            'bg-panel px-4 py-2 has-checked:border-accent has-focus-visible:outline-2'
          }
          key={value}
        >
          <input
            checked={way === value}
            className="size-5 accent-accent"
            name="way"
            onChange={() => onPick(value)}
            type="radio"
            value={value}
          />
          <span className="font-medium">
            {title}
            <span className="block text-sm font-normal text-muted">{about}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
