'use client';
/** A choice among a few things that each want a sentence. */

interface RadioCardsProps<T extends string> {
  readonly legend: string;
  /** What the choices that exclude each other are called together. */
  readonly name: string;
  readonly choices: readonly { readonly id: T; readonly title: string; readonly says: string }[];
  readonly picked: T;
  readonly onPick: (id: T) => void;
}

export function RadioCards<T extends string>(props: RadioCardsProps<T>) {
  const { legend, name, choices, picked, onPick } = props;
  return (
    <fieldset className="m-0 grid gap-2 border-0 p-0 sm:grid-cols-2">
      <legend className="pb-1">{legend}</legend>
      {choices.map(({ id, title, says }) => (
        <label
          className={
            'flex cursor-pointer gap-2.5 rounded-md border border-line p-3 hover:bg-raised ' +
            'has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent'
          }
          key={id}
        >
          <input
            checked={picked === id}
            className="mt-0.5 accent-accent"
            name={name}
            onChange={() => onPick(id)}
            type="radio"
            value={id}
          />
          <span>
            {title}
            <span className="block text-[13px] text-muted">{says}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
