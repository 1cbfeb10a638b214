'use client';
/** Dark for the night, light for the sun, or as the phone has it. */
import { useTheme } from 'next-themes';

const THEMES = [
  ['system', 'As the phone'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

/** Stands on a screen that only the browser renders, so that the choice is known. */
export function ThemePicker() {
  const { theme = 'system', setTheme } = useTheme();
  return (
    <fieldset className="m-0 flex flex-wrap gap-2 border-0 p-0">
      <legend className="mb-1 p-0 font-semibold">Colours</legend>
      {THEMES.map(([value, word]) => (
        <label
          className={
            'flex min-h-12 flex-1 cursor-pointer items-center gap-2 rounded-xl border-2 ' +
            'border-line bg-panel px-3 whitespace-nowrap has-checked:border-accent'
          }
          key={value}
        >
          <input
            checked={theme === value}
            className="size-5 accent-accent"
            name="theme"
            onChange={() => setTheme(value)}
            type="radio"
          />
          {word}
        </label>
      ))}
    </fieldset>
  );
}
