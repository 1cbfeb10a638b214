'use client';
/** Where the hunt stands, and everything that steers all of it at once. */
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatCount } from '../../format/numbers';
import { FactList } from '../../ui/FactList';
import { Panel } from '../../ui/Panel';
import { TimeText } from '../../ui/TimeText';
import { OnlyFor } from '../frame/OnlyFor';
import { PhaseTag } from '../hunts/PhaseTag';
import { Acting } from './Acting';
import type { ControlAnswer } from './answers';
import { BroadcastPanel } from './BroadcastPanel';
import { FreezePanel } from './FreezePanel';
import { PhaseActs } from './PhaseActs';
import { PlayersLinkPanel } from './PlayersLinkPanel';
import { RestrictedPanel } from './RestrictedPanel';
import { useLiveRead } from './useLiveRead';

const REFRESH_MS = 1_500;

export function ControlScreen({ slug }: { readonly slug: string }) {
  const query = useLiveRead<ControlAnswer>({ slug, name: 'control', everyMs: REFRESH_MS });
  const state = panelStateOf(query, () => undefined);
  const { data } = query;
  return (
    <div className="flex flex-col gap-3">
      <OnlyFor permission="operate" what="Steering a live hunt">
        <Panel
          note={data && `rules v${data.version}`}
          state={state}
          title="Phase"
          value={data && <PhaseTag phase={data.phase} />}
        >
          {data && (
            <div className="flex flex-col gap-4 pt-1">
              <FactList facts={factsOf(data)} />
              <Acting slug={slug}>
                {(operating) => <PhaseActs control={data} operating={operating} />}
              </Acting>
            </div>
          )}
        </Panel>
        <div className="grid gap-3 lg:grid-cols-2">
          <BroadcastPanel control={data} slug={slug} state={state} />
          <div className="flex min-w-0 flex-col gap-3">
            <FreezePanel control={data} slug={slug} state={state} />
            <RestrictedPanel control={data} state={state} />
            <PlayersLinkPanel slug={slug} />
          </div>
        </div>
      </OnlyFor>
    </div>
  );
}

function factsOf({ teams, solves, startsMs, closesMs, phase, nowMs }: ControlAnswer) {
  const starts = phase === 'scheduled' ? 'starts' : 'started';
  const start = startsMs === undefined ? 'when an operator says so' : <TimeText ms={startsMs} />;
  return [
    ['teams', formatCount(teams)],
    ['solves', formatCount(solves)],
    ...(phase === 'scheduled' || startsMs !== undefined ? [[starts, start] as const] : []),
    ...(closesMs === undefined
      ? []
      : [[closesMs <= nowMs ? 'closed' : 'closes', <TimeText key="at" ms={closesMs} />] as const]),
  ] as const;
}
