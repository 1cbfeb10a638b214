'use client';
/** How large teams may get, and how many of them players may make. */
import { TEAM_LIMITS } from '@trove/contracts/limits';
import { Panel } from '../../ui/Panel';
import { useDraft } from '../draft/DraftProvider';
import { NumberField } from '../draft/fields/NumberField';

export function TeamsPanel() {
  const { hunt } = useDraft();
  return (
    <Panel note="what players make of themselves" state={{ is: 'live' }} title="Teams">
      <div className="grid gap-3 sm:grid-cols-2">
        <NumberField
          hint="players, at most"
          label="In one team"
          placeholder={String(TEAM_LIMITS.size)}
          steps={['teams', 'size']}
          value={hunt?.teams?.size}
        />
        <NumberField
          hint="that players may make; later ones join by a team’s code"
          label="Teams at most"
          placeholder={TEAM_LIMITS.teams.toLocaleString('en')}
          steps={['teams', 'most']}
          value={hunt?.teams?.most}
        />
      </div>
    </Panel>
  );
}
