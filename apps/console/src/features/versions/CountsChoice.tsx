/** Whether a publication counts from now on, or for what was played as well. */

/** `from now on` leaves points as they are; `also before` recomputes everything. */
export type Counting = 'from_now_on' | 'also_before';

const CHOICES = [
  {
    id: 'from_now_on',
    title: 'From now on',
    says: 'What was played stays as it was judged.',
  },
  {
    id: 'also_before',
    title: 'Also for what was played',
    says: 'Everything is judged again by it. You see first whose points move.',
  },
] as const satisfies readonly { id: Counting; title: string; says: string }[];

interface CountsChoiceProps {
  readonly picked: Counting;
  readonly onPick: (counting: Counting) => void;
}

export function CountsChoice({ picked, onPick }: CountsChoiceProps) {
  return (
    <fieldset className="m-0 grid gap-2 border-0 p-0 sm:grid-cols-2">
      <legend className="pb-1">It counts</legend>
      {CHOICES.map(({ id, title, says }) => (
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
            name="counting"
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
