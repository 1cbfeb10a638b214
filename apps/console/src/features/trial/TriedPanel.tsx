'use client';
/** What came of the events that were tried, for each team. */
import type { TriedEvent } from '@trove/core';
import { formatCount } from '../../format/numbers';
import { FactList } from '../../ui/FactList';
import { OutcomeTag } from '../../ui/OutcomeTag';
import { Panel, type PanelState } from '../../ui/Panel';
import type { HuntTitles } from '../rules/titles';
import type { TriedTeam, TryAnswer } from './answers';
import { KeepFixture } from './KeepFixture';
import { TracedRules } from './TracedRules';
import { triedFacts } from './triedFacts';

interface TriedPanelProps {
  readonly answer: TryAnswer | undefined;
  readonly titles: HuntTitles;
}

const NOTHING: PanelState = {
  is: 'empty',
  says:
    'Choose a team, an event and a moment, and try it: every clause of every rule, what the team ' +
    'gets, and what it would be told to try next. Nothing is sent.',
};
const LIVE: PanelState = { is: 'live' };

export function TriedPanel({ answer, titles }: TriedPanelProps) {
  const teams = answer?.isDone === true ? answer.teams : [];
  if (teams.length === 0) {
    return (
      <Panel state={NOTHING} title="What would come of it">
        {null}
      </Panel>
    );
  }
  return (
    <div
      className="grid grid-cols-1 items-start gap-3 data-[many=true]:xl:grid-cols-2"
      data-many={teams.length > 1}
    >
      {teams.map((tried, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two imaginary teams may have one name.
        <Panel key={index} state={LIVE} title={`What would come of it for ${tried.team}`}>
          <TriedTeamCard titles={titles} tried={tried} />
        </Panel>
      ))}
    </div>
  );
}

interface TriedTeamCardProps {
  readonly tried: TriedTeam;
  readonly titles: HuntTitles;
}

function TriedTeamCard({ tried, titles }: TriedTeamCardProps) {
  return (
    <div className="flex flex-col gap-4">
      <ol className="m-0 flex list-none flex-col gap-4 p-0">
        {tried.events.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: events are told apart by their order.
          <li className="flex flex-col gap-3" key={index}>
            <TriedHead event={event} titles={titles} />
            <TracedRules rules={event.rules} />
            <FactList facts={triedFacts(event, titles)} />
          </li>
        ))}
      </ol>
      <KeepFixture tried={tried} />
    </div>
  );
}

function TriedHead({ event, titles }: { readonly event: TriedEvent; readonly titles: HuntTitles }) {
  const { outcome, verdict, points, why, clue } = event;
  return (
    <div>
      <p className="m-0 flex flex-wrap items-center gap-x-3 gap-y-1">
        <OutcomeTag outcome={outcome} />
        {verdict !== undefined && <span className="font-semibold">{said(verdict)}</span>}
        <span className="figures text-xl font-medium text-accent">
          {points > 0 ? '+' : ''}
          {formatCount(points)}
        </span>
        {clue !== undefined && <span dir="auto">{titles.titleOfClue(clue)}</span>}
      </p>
      <p className="mt-1 mb-0 text-[13px] text-muted">{why}</p>
    </div>
  );
}

function said(verdict: string): string {
  return verdict.replaceAll('_', ' ');
}
