'use client';
/** Alone, in a new team, or in one that is there: three big choices. */
import { BigRadio } from '../frame/BigRadio';

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
        <BigRadio
          isChosen={way === value}
          key={value}
          name="way"
          onChoose={() => onPick(value)}
          value={value}
        >
          <span className="font-medium">
            {title}
            <span className="block text-sm font-normal text-muted">{about}</span>
          </span>
        </BigRadio>
      ))}
    </fieldset>
  );
}
