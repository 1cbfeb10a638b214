'use client';
/** For whom something is tried: one team, or two side by side. */
import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { fetchJson } from '../../fetching/fetchJson';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { useDraft } from '../draft/DraftProvider';
import type { BoardAnswer } from '../hunts/answers';
import { CluePicker } from '../rules/CluePicker';
import { Labelled, NumberInput, Select, TextInput } from '../rules/controls';
import type { HuntTitles } from '../rules/titles';
import { TRIAL_LIMITS } from './limits';
import { countersOf, newSubject, type SubjectForm } from './trialForm';

const LIVE = { is: 'live' } as const;

interface TeamsPanelProps {
  readonly subjects: readonly SubjectForm[];
  readonly titles: HuntTitles;
  readonly onChange: (subjects: SubjectForm[]) => void;
}

export function TeamsPanel({ subjects, titles, onChange }: TeamsPanelProps) {
  return (
    <>
      {subjects.map((subject, index) => (
        <Panel
          // biome-ignore lint/suspicious/noArrayIndexKey: teams stand side by side by their place.
          key={index}
          state={LIVE}
          title={index === 0 ? 'For whom' : 'Beside it'}
          tools={
            index > 0 && (
              <Button
                aria-label="Take this team away"
                onClick={() => onChange(subjects.filter((_, at) => at !== index))}
                tone="bare"
              >
                <X aria-hidden="true" size={14} />
              </Button>
            )
          }
        >
          <SubjectFields
            onChange={(next) => onChange(subjects.with(index, next))}
            subject={subject}
            titles={titles}
          />
        </Panel>
      ))}
      {subjects.length < TRIAL_LIMITS.teams && (
        <span>
          <Button onClick={() => onChange([...subjects, newSubject('otters')])}>
            <Plus aria-hidden="true" size={13} /> Another team beside it
          </Button>
        </span>
      )}
    </>
  );
}

interface SubjectProps {
  readonly subject: SubjectForm;
  readonly titles: HuntTitles;
  readonly onChange: (subject: SubjectForm) => void;
}

const KINDS = [
  { value: 'imaginary', title: 'A team I think up' },
  { value: 'real', title: 'A team that plays the published hunt' },
];

function SubjectFields({ subject, titles, onChange }: SubjectProps) {
  return (
    <div className="flex flex-col gap-3">
      <Labelled label="Team">
        <Select
          choices={KINDS}
          onSelect={(is) => onChange({ ...subject, is: is === 'real' ? 'real' : 'imaginary' })}
          value={subject.is}
        />
      </Labelled>
      {subject.is === 'real' ? (
        <RealTeam onChange={onChange} subject={subject} />
      ) : (
        <ImaginaryTeam onChange={onChange} subject={subject} titles={titles} />
      )}
    </div>
  );
}

function RealTeam({ subject, onChange }: Omit<SubjectProps, 'titles'>) {
  const { slug } = useDraft().draft;
  const board = useQuery({
    queryKey: ['hunts', slug, 'board'],
    queryFn: () => fetchJson<BoardAnswer>(`/api/hunts/${slug}/board`),
    retry: false,
  });
  const rows = board.data?.rows ?? [];
  const choices = rows.map(({ team, name, score }) => {
    return { value: team, title: `${name ?? team} · ${score} points` };
  });
  const says = board.isPending
    ? 'Looking for teams …'
    : board.error
      ? 'No team of this hunt can be read.'
      : 'As it stands now: what it solved, its points, counters and badges.';
  return (
    <>
      {choices.length > 0 && (
        <Labelled label="One of the board">
          <Select
            choices={choices}
            onSelect={(team) => onChange({ ...subject, team })}
            value={subject.team}
          />
        </Labelled>
      )}
      <Labelled label="Its id" says={says}>
        <TextInput onText={(team) => onChange({ ...subject, team })} value={subject.team} />
      </Labelled>
    </>
  );
}

function ImaginaryTeam({ subject, titles, onChange }: SubjectProps) {
  const { hunt } = useDraft();
  const counters = countersOf(hunt);
  const { clues, badges } = titles;
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Labelled label="Its id">
          <TextInput
            className="w-32"
            onText={(team) => onChange({ ...subject, team })}
            value={subject.team}
          />
        </Labelled>
        <Labelled label="Points">
          <NumberInput
            className="w-24"
            onNumber={(score) => onChange({ ...subject, score: score ?? 0 })}
            value={subject.score}
          />
        </Labelled>
        {counters.map((name) => (
          <Labelled key={name} label={`Counter ${name}`}>
            <NumberInput
              className="w-24"
              onNumber={(count) => {
                onChange({ ...subject, counters: { ...subject.counters, [name]: count ?? 0 } });
              }}
              value={subject.counters[name] ?? 0}
            />
          </Labelled>
        ))}
      </div>
      <CluePicker
        chosen={subject.solved}
        clues={clues}
        label="It has solved, in the order you tick"
        onChange={(solved) => onChange({ ...subject, solved })}
      />
      {badges.length > 0 && (
        <CluePicker
          chosen={subject.badges}
          clues={badges}
          label="It has the badges"
          onChange={(chosen) => onChange({ ...subject, badges: chosen })}
        />
      )}
      <Labelled label="Other teams that have solved each clue">
        <NumberInput
          className="w-24"
          onNumber={(others) => onChange({ ...subject, solvedByOthers: others ?? 0 })}
          value={subject.solvedByOthers}
        />
      </Labelled>
    </>
  );
}
