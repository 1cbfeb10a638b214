'use client';
/** Points, status, a word, hints and a member less for one team. */
import { OnlyFor } from '../frame/OnlyFor';
import { Acting } from './Acting';
import type { TeamAnswer } from './answers';
import { DivisionForm } from './DivisionForm';
import { GiveHints } from './GiveHints';
import { PointsForm } from './PointsForm';
import { RefundHints } from './RefundHints';
import { RemoveForm } from './RemoveForm';
import { SayForm } from './SayForm';
import { StatusForm } from './StatusForm';

interface TeamActsProps {
  readonly answer: TeamAnswer;
  readonly team: string;
  readonly slug: string;
}

export function TeamActs({ answer, team, slug }: TeamActsProps) {
  const { state, status, divisions, roster } = answer;
  return (
    <div className="flex flex-col gap-5 pt-1">
      <OnlyFor permission="operate" what="Acting on a team">
        <Acting slug={slug}>
          {(operating) => <PointsForm operating={operating} team={team} />}
        </Acting>
        <Acting slug={slug}>
          {(operating) => (
            <StatusForm
              name={answer.name ?? team}
              operating={operating}
              status={status}
              team={team}
            />
          )}
        </Acting>
        <Acting slug={slug}>
          {(operating) => (
            <DivisionForm
              division={state.division}
              divisions={divisions}
              operating={operating}
              team={team}
            />
          )}
        </Acting>
        <Acting slug={slug}>
          {(operating) => (
            <SayForm label="To this team alone" name="say-team" operating={operating} to={team} />
          )}
        </Acting>
        <Acting slug={slug}>
          {(operating) => (
            <RemoveForm
              members={roster.members}
              name={answer.name ?? team}
              operating={operating}
              team={team}
            />
          )}
        </Acting>
        <HintsOfOpenClues answer={answer} slug={slug} team={team} />
        <Acting slug={slug}>
          {(operating) => <RefundHints clues={state.clues} operating={operating} team={team} />}
        </Acting>
      </OnlyFor>
    </div>
  );
}

function HintsOfOpenClues({ answer: { state, clues }, team, slug }: TeamActsProps) {
  const open = new Set(state.clues.filter((clue) => clue.status === 'open').map(({ id }) => id));
  const hinted = clues.filter(({ id, hints }) => open.has(id) && hints.length > 0);
  const takenOf = (id: string) => {
    const hints = state.clues.find((clue) => clue.id === id)?.hints ?? [];
    return hints.filter((hint) => hint.status === 'taken').map((hint) => hint.id);
  };
  return hinted.map((clue) => (
    <section key={clue.id}>
      <h3 className="text-[13px] text-muted">Hints of {clue.title}</h3>
      <Acting slug={slug}>
        {(operating) => (
          <GiveHints
            cell={{ hints: takenOf(clue.id) }}
            clue={clue}
            operating={operating}
            slug={slug}
            team={team}
          />
        )}
      </Acting>
    </section>
  ));
}
