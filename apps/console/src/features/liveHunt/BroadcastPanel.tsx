'use client';
/** Says something to all players, and shows what was said. */
import { Panel } from '../../ui/Panel';
import { TimeText } from '../../ui/TimeText';
import { Acting } from './Acting';
import type { ControlPanelProps } from './FreezePanel';
import { SayForm } from './SayForm';

export function BroadcastPanel({ control, slug, state }: ControlPanelProps) {
  const said = [...(control?.broadcasts ?? [])].reverse();
  return (
    <Panel state={state} title="Broadcast">
      <div className="flex flex-col gap-3 pt-1">
        <Acting slug={slug}>
          {(operating) => <SayForm label="To all players" name="say-all" operating={operating} />}
        </Acting>
        {said.length === 0 ? (
          <p className="text-muted">Nothing was said yet. The last 20 are kept for latecomers.</p>
        ) : (
          <ul aria-label="What was said" className="m-0 list-none p-0">
            {said.map(({ position, text, at, to, toName }) => (
              <li className="border-t border-line py-2 first:border-t-0" key={position}>
                <span className="text-[13px] text-muted">
                  <TimeText ms={Date.parse(at)} />{' '}
                  {to === undefined ? 'to all' : `to ${toName ?? to}`}
                </span>
                <p className="break-words whitespace-pre-wrap" dir="auto">
                  {text}
                </p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}
