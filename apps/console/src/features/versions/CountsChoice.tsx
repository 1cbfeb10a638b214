/** Whether a publication counts from now on, or for what was played as well. */
import { RadioCards } from '../../ui/RadioCards';

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
    <RadioCards
      choices={CHOICES}
      legend="It counts"
      name="counting"
      onPick={onPick}
      picked={picked}
    />
  );
}
