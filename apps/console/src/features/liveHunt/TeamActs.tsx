'use client';
/** Points, status, a word and hints for one team. */
import { OnlyFor } from '../frame/OnlyFor';
import type { TeamAnswer } from './answers';
import { DivisionForm } from './DivisionForm';
import { GiveHints } from './GiveHints';
import { PointsForm } from './PointsForm';
import { RefundHints } from './RefundHints';
import { SayForm } from './SayForm';
import { StatusForm } from './StatusForm';
import type { Operating } from './useOperate';

interface TeamActsProps {
  readonly answer: TeamAnswer;
  readonly team: string;
  readonly operating: Operating;
}

export function TeamActs({ answer, team, operating }: TeamActsProps) {
  const { state, clues, status, divisions } = answer;
  const open = new Set(state.clues.filter((clue) => clue.status === 'open').map(({ id }) => id));
  const hinted = clues.filter(({ id, hints }) => open.has(id) && hints.length > 0);
  const takenOf = (id: string) => {
    const hints = state.clues.find((clue) => clue.id === id)?.hints ?? [];
    return hints.filter((hint) => hint.status === 'taken').map((hint) => hint.id);
  };
  return (
    <div className="flex flex-col gap-5 pt-1">
      <OnlyFor permission="operate" what="Acting on a team">
        <PointsForm operating={operating} team={team} />
        <StatusForm name={answer.name ?? team} operating={operating} status={status} team={team} />
        <DivisionForm
          division={state.division}
          divisions={divisions}
          operating={operating}
          team={team}
        />
        <SayForm label="To this team alone" name="say-team" operating={operating} to={team} />
        {hinted.map((clue) => (
          <section key={clue.id}>
            <h3 className="text-[13px] text-muted">Hints of {clue.title}</h3>
            <GiveHints
              cell={{ hints: takenOf(clue.id) }}
              clue={clue}
              operating={operating}
              team={team}
            />
          </section>
        ))}
        <RefundHints clues={state.clues} operating={operating} team={team} />
      </OnlyFor>
    </div>
  );
}
