'use client';
/** What looks unlike honest play: too fast a way, many guesses, others' mistakes, vague places. */
import { isRecord } from '../clues/clueParts';
import { NumberField } from '../draft/fields/NumberField';

const AT = ['quality', 'fairPlay'];

export function FairPlayFields({ fairPlay }: { readonly fairPlay: unknown }) {
  const part = (name: string): Readonly<Record<string, unknown>> => {
    const parts: unknown = isRecord(fairPlay) ? fairPlay[name] : undefined;
    return isRecord(parts) ? parts : {};
  };
  return (
    <div className="grid grid-cols-2 gap-3">
      <NumberField
        hint="km/h; faster is marked"
        label="Travel at most"
        placeholder="any"
        steps={[...AT, 'travel', 'maxKmh']}
        value={part('travel')['maxKmh']}
      />
      <NumberField
        hint="seconds after the same of another team"
        label="Same wrong answer within"
        placeholder="any"
        steps={[...AT, 'sharing', 'withinS']}
        value={part('sharing')['withinS']}
      />
      <NumberField
        hint="of one team, then it is guessing"
        label="Wrong answers"
        placeholder="any"
        steps={[...AT, 'guessing', 'wrong']}
        value={part('guessing')['wrong']}
      />
      <NumberField
        hint="seconds in which they are counted"
        label="… within"
        placeholder="any"
        steps={[...AT, 'guessing', 'inS']}
        value={part('guessing')['inS']}
      />
      <NumberField
        hint="km/h since an old position; doubtful ones score and are marked"
        label="Doubtful positions at"
        placeholder="uncertain"
        steps={[...AT, 'position', 'maxKmh']}
        value={part('position')['maxKmh']}
      />
    </div>
  );
}
