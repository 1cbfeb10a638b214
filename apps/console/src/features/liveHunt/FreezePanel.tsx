'use client';
/** Whether players see the board as it moves. */
import { Button } from '../../ui/Button';
import { Panel, type PanelState } from '../../ui/Panel';
import { TimeText } from '../../ui/TimeText';
import { Acting } from './Acting';
import type { ControlAnswer } from './answers';
import type { Operating } from './useOperate';

export interface ControlPanelProps {
  readonly control: ControlAnswer | undefined;
  readonly slug: string;
  readonly state: PanelState;
}

export function FreezePanel({ control, slug, state }: ControlPanelProps) {
  const isFrozen = control?.frozenAtMs !== undefined;
  return (
    <Panel state={state} title="Players’ board" value={isFrozen ? 'frozen' : 'moving'}>
      <Acting slug={slug}>
        {(operating) => <Freezing frozenAtMs={control?.frozenAtMs} operating={operating} />}
      </Acting>
    </Panel>
  );
}

interface FreezingProps {
  readonly frozenAtMs: number | undefined;
  readonly operating: Operating;
}

function Freezing({ frozenAtMs, operating }: FreezingProps) {
  const isFrozen = frozenAtMs !== undefined;
  const change = () => {
    operating.act({ type: 'board.freeze_changed.v1', data: { isFrozen: !isFrozen } });
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="min-w-0 flex-1 basis-56 text-muted">
        {isFrozen ? (
          <>
            Players see it as of <TimeText ms={frozenAtMs} />. Scoring goes on; you see the true
            one.
          </>
        ) : (
          'Players see each change within a second. Freeze it to keep the finish open.'
        )}
      </p>
      <Button disabled={operating.isPending} onClick={change} tone={isFrozen ? 'main' : 'quiet'}>
        {isFrozen ? 'Unfreeze' : 'Freeze'}
      </Button>
    </div>
  );
}
