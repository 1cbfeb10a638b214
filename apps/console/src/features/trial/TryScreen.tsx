'use client';
/** Tries events on the draft: for whom, what and when, what comes of it, and what is kept of it. */
import { useState, useTransition } from 'react';
import { noAnswer } from '../../fetching/noAnswer';
import { panelStateOf } from '../../fetching/panelStateOf';
import { tryDraft } from '../../server/commands/tryDraft';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { onSend } from '../../ui/onSend';
import { Panel } from '../../ui/Panel';
import { useDraft } from '../draft/DraftProvider';
import { titlesOfHunt } from '../rules/titles';
import { useRulesReport } from '../rules/useRulesReport';
import type { TryAnswer } from './answers';
import { EventsPanel } from './EventsPanel';
import { FixturesPanel } from './FixturesPanel';
import { TeamsPanel } from './TeamsPanel';
import { TriedPanel } from './TriedPanel';
import { firstEvent, newSubject, sentEvent, sentSubject } from './trialForm';

export function TryScreen() {
  const { draft, hunt, value, isSaving } = useDraft();
  const report = useRulesReport();
  const [subjects, setSubjects] = useState(() => [newSubject('herons')]);
  const [events, setEvents] = useState(() => [firstEvent(hunt)]);
  const [answer, setAnswer] = useState<TryAnswer>();
  const [isPending, startTransition] = useTransition();
  const titles = titlesOfHunt(hunt);
  const isSaved = value === draft.value && !isSaving;
  const run = () => {
    startTransition(async () => {
      const asked = { slug: draft.slug, subjects: subjects.map(sentSubject) };
      const sent = { ...asked, events: events.map(sentEvent) };
      setAnswer(await tryDraft(sent).catch(() => NO_ANSWER));
    });
  };
  if (report.data === undefined) {
    return (
      <Panel state={panelStateOf(report, () => undefined)} title="Try">
        {null}
      </Panel>
    );
  }
  return (
    <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[24rem_minmax(0,1fr)]">
      <form className="flex min-w-0 flex-col gap-3" onSubmit={onSend(run)}>
        <TeamsPanel onChange={setSubjects} subjects={subjects} titles={titles} />
        <EventsPanel
          events={events}
          onChange={setEvents}
          titles={titles}
          words={report.data.words}
        />
        <Button disabled={isPending || !isSaved} tone="main" type="submit">
          {isPending ? 'Trying …' : 'Try it, without effect'}
        </Button>
      </form>
      <div className="flex min-w-0 flex-col gap-3">
        {answer !== undefined && !answer.isDone && <Notice tone="bad">{answer.says}</Notice>}
        <TriedPanel answer={answer} titles={titles} />
        <FixturesPanel />
      </div>
    </div>
  );
}

const NO_ANSWER = noAnswer('Try again.');
