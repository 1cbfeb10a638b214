'use client';
/** What a designer says of the clues that teams are told to try next. */
import { useMemo } from 'react';
import { Panel } from '../../ui/Panel';
import { ClueListField } from '../clues/ClueListField';
import { type ClueNames, clueNames } from '../clues/clueNames';
import { textsOf } from '../clues/clueParts';
import { useDraft } from '../draft/DraftProvider';
import { entriesOf } from '../draft/draftHunt';
import { NumberField } from '../draft/fields/NumberField';
import { useSet } from '../draft/useSet';
import { ClueNumbers } from './ClueNumbers';

const AT = ['recommend'];

export function RecommendPanel() {
  const { hunt } = useDraft();
  const names = useMemo(() => clueNames(entriesOf(hunt?.clues)), [hunt?.clues]);
  const recommend = hunt?.recommend;
  return (
    <Panel note="what teams are told" state={{ is: 'live' }} title="What to try next">
      <div className="flex flex-col gap-3">
        <NamedClues names={names} />
        <ClueNumbers
          addLabel="Add a clue that is more or less likely"
          field="by"
          first={2}
          hint="2 is twice the odds, 0.5 half of them"
          label="Times as likely"
          list={recommend?.boosts}
          names={names}
          steps={[...AT, 'boosts']}
          title="More or less likely"
        />
        <ClueNumbers
          addLabel="Add a clue that gets full"
          field="teams"
          first={4}
          hint="with so many there or on their way"
          label="Full with teams"
          list={recommend?.capacity}
          names={names}
          steps={[...AT, 'capacity']}
          title="Full for a while"
        />
        <NumberField
          className="sm:max-w-80"
          hint="share of the servings whose last suggestion is drawn; 0 to 0.3"
          label="Left to chance"
          placeholder="0.1"
          steps={[...AT, 'explore']}
          value={recommend?.explore}
        />
      </div>
    </Panel>
  );
}

/** Clues that need no number: those that come first, and those that never come. */
function NamedClues({ names }: { readonly names: ClueNames }) {
  const { hunt } = useDraft();
  const set = useSet();
  const setList = (list: 'pins' | 'never') => (ids: readonly string[]) => {
    set({ steps: [...AT, list], value: ids.length === 0 ? undefined : ids });
  };
  return (
    <>
      <ClueListField
        act="No longer suggest first"
        addLabel="Add a clue that is suggested first"
        hint="in this order, to every team that can try them"
        ids={textsOf(hunt?.recommend?.pins)}
        label="Suggested first"
        names={names}
        onChange={setList('pins')}
        steps={[...AT, 'pins']}
      />
      <ClueListField
        act="Suggest again"
        addLabel="Add a clue that is never suggested"
        hint="to be found, not told"
        ids={textsOf(hunt?.recommend?.never)}
        label="Never suggested"
        names={names}
        onChange={setList('never')}
        steps={[...AT, 'never']}
      />
    </>
  );
}
