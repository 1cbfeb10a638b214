'use client';
/** What a hunt is beside its clues and rules: its head, its window, its badges, its quality. */
import { Panel } from '../../ui/Panel';
import { useDraft } from '../draft/DraftProvider';
import { textOf } from '../draft/draftHunt';
import { NumberField } from '../draft/fields/NumberField';
import { SelectField } from '../draft/fields/SelectField';
import { TextField } from '../draft/fields/TextField';
import { TimeField } from '../draft/fields/TimeField';
import { ZonePicker } from '../draft/fields/ZonePicker';
import { useSet } from '../draft/useSet';
import { BadgeList } from './BadgeList';
import { DedupFields } from './DedupFields';
import { DivisionList } from './DivisionList';
import { ExpectationList } from './ExpectationList';
import { FairPlayFields } from './FairPlayFields';
import { LateFields } from './LateFields';
import { RecommendPanel } from './RecommendPanel';
import { TeamsPanel } from './TeamsPanel';

const LIVE = { is: 'live' } as const;
const CLOCKS = { wall: 'the clock on the wall', events: 'its events, for replays' } as const;

export function SettingsScreen() {
  const { hunt } = useDraft();
  if (!hunt) return <p className="text-muted">This file is no hunt: mend it under Text.</p>;
  return (
    <div className="grid items-start gap-3 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-3">
        <HeadPanel />
        <WindowPanel />
        <TeamsPanel />
        <BadgeList badges={hunt.badges} />
        <DivisionList divisions={hunt.divisions} />
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <Panel note="how repeats are known" state={LIVE} title="Deduplication">
          <DedupFields dedup={hunt.quality?.dedup} />
        </Panel>
        <Panel note="events that happened long before" state={LIVE} title="Lateness">
          <LateFields late={hunt.quality?.late} />
        </Panel>
        <Panel note="marks, until an operator looks" state={LIVE} title="Fair play">
          <FairPlayFields fairPlay={hunt.quality?.fairPlay} />
        </Panel>
        <ExpectationList expectations={hunt.quality?.expectations} />
        <RecommendPanel />
      </div>
    </div>
  );
}

function HeadPanel() {
  const { hunt } = useDraft();
  return (
    <Panel state={LIVE} title="The hunt">
      <div className="flex flex-col gap-3">
        <TextField label="Title" steps={['title']} value={hunt?.title} />
        <TextField
          hint="What players read before they begin; at most 4,000 characters."
          isOptional
          label="Description"
          rows={4}
          steps={['description']}
          value={hunt?.description}
        />
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            hint="4 to 32 of A-Z 0-9 -; without one, only sources may send."
            isCode
            isOptional
            label="Join code"
            steps={['joinCode']}
            value={hunt?.joinCode}
          />
          <TextField
            hint="Who joins with it tries the hunt out: on no board, and in nobody’s way."
            isCode
            isOptional
            label="Playtest code"
            steps={['playtestCode']}
            value={hunt?.playtestCode}
          />
        </div>
      </div>
    </Panel>
  );
}

function WindowPanel() {
  const { hunt } = useDraft();
  const set = useSet();
  const clock = textOf(hunt?.clock) || 'wall';
  return (
    <Panel state={LIVE} title="When it is played" tools={<ZonePicker />}>
      <div className="grid gap-3 sm:grid-cols-2">
        <TimeField label="Opens" steps={['opens']} value={hunt?.opens} />
        <TimeField label="Closes" steps={['closes']} value={hunt?.closes} />
        <SelectField
          label="Its time is that of"
          onPick={(value) => set({ steps: ['clock'], value: value === 'wall' ? undefined : value })}
          steps={['clock']}
          value={clock}
          words={CLOCKS}
        />
        {clock === 'events' && (
          <NumberField
            hint="events whose ids are remembered"
            label="Events at most"
            placeholder="10,000,000"
            steps={['maxEvents']}
            value={hunt?.maxEvents}
          />
        )}
      </div>
    </Panel>
  );
}
