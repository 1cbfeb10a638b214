'use client';
/** The hunt as one team sees it, beside what an operator can do for or against the team. */
import { FetchError } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatCount } from '../../format/numbers';
import { CopyId } from '../../ui/CopyId';
import { FactList } from '../../ui/FactList';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { BoardTable } from '../hunts/BoardTable';
import { PhaseTag } from '../hunts/PhaseTag';
import type { TeamAnswer } from './answers';
import { CorrectionList } from './CorrectionList';
import { TeamActs } from './TeamActs';
import { TeamClues } from './TeamClues';
import { TeamMembers } from './TeamMembers';
import { useLiveRead } from './useLiveRead';
import { useSolutions, withSolutions } from './useSolutions';

const REFRESH_MS = 2_000;
const NOT_FOUND = 404;

interface TeamScreenProps {
  readonly slug: string;
  readonly team: string;
}

export function TeamScreen({ slug, team }: TeamScreenProps) {
  const query = useLiveRead<TeamAnswer>({
    slug,
    name: 'team',
    query: { team },
    everyMs: REFRESH_MS,
  });
  const solutions = useSolutions(slug);
  const state = panelStateOf(query, () => undefined);
  const { data, failureReason: failure } = query;
  if (failure instanceof FetchError && failure.status === NOT_FOUND) {
    return (
      <Notice tone="doubt">
        The hunt has no team of the name “{team}”: nobody of it has joined or played.
      </Notice>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 className="text-base font-medium">{data?.name ?? team}</h2>
        {data?.name !== undefined && <CopyId id={team} />}
        {data && data.status !== 'playing' && <span className="text-bad">{data.status}</span>}
      </div>
      <div className="grid gap-3 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          <Panel
            note={data && `after ${formatCount(data.state.offset)} events of its partition`}
            state={state}
            title="As the team sees it"
            value={data && <PhaseTag phase={data.state.phase} />}
          >
            {data && <Seen answer={data} />}
          </Panel>
          <TeamMembers roster={data?.roster} state={state} />
          <Panel
            note={data?.frozenAt === undefined ? undefined : 'frozen'}
            state={state}
            title="The board they see"
          >
            <BoardTable rows={data?.board ?? []} />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <Panel state={withSolutions(state, solutions)} title="Do something">
            {data && <TeamActs answer={data} slug={slug} team={team} />}
          </Panel>
          <CorrectionList corrections={data?.corrections} state={state} />
        </div>
      </div>
    </div>
  );
}

function Seen({ answer }: { readonly answer: TeamAnswer }) {
  const { state } = answer;
  const { score, badges, counters, broadcasts } = state;
  return (
    <div className="flex flex-col gap-4 pt-1">
      <FactList
        facts={[
          ['points', formatCount(score)],
          ['badges', badges.map(({ title }) => title).join(', ') || 'none'],
          ['counters', wordsOf(counters)],
        ]}
      />
      {broadcasts.length > 0 && (
        <ul aria-label="Broadcasts to the team" className="m-0 list-none p-0">
          {broadcasts.map(({ position, text }) => (
            <li
              className="border-l-2 border-accent px-2 py-1 break-words"
              dir="auto"
              key={position}
            >
              {text}
            </li>
          ))}
        </ul>
      )}
      <TeamClues clues={state.clues} />
    </div>
  );
}

function wordsOf(counters: Readonly<Record<string, number>>): string {
  const named = Object.entries(counters).map(([name, value]) => `${name} ${value}`);
  return named.join(', ') || 'none';
}
