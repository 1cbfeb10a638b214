/** Opens a locked clue for one team, or for all of them, whatever it requires. */

import { ConfirmAct } from '../../ui/ConfirmAct';
import type { ClueHead } from './answers';
import type { Operating } from './useOperate';

interface UnlockClueProps {
  readonly clue: ClueHead;
  readonly team: string;
  readonly name: string;
  readonly operating: Operating;
}

/** What is opened stays open: a team may have gone there already. */
const STAYS = 'Nothing takes that back.';

export function UnlockClue({ clue, team, name, operating }: UnlockClueProps) {
  const unlock = (of: { team?: string }) => {
    operating.act({ type: 'clue.unlocked.v1', data: { clue: clue.id, ...of } });
  };
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmAct
        does="Open it"
        isDisabled={operating.isPending}
        means={`${name} may try it from now on, whatever it requires. ${STAYS}`}
        onConfirm={() => unlock({ team })}
        question={`Open ${clue.title} for ${name}?`}
        word="Open for this team"
      />
      <ConfirmAct
        does="Open it for all"
        isDisabled={operating.isPending}
        means={`Every team, also one that comes later, may try it from now on. ${STAYS}`}
        onConfirm={() => unlock({})}
        question={`Open ${clue.title} for all teams?`}
        word="Open for all teams"
      />
    </div>
  );
}
