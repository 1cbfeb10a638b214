'use client';
/** The fixtures of the draft: which pass, which fail and where, and which name what is gone. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { Button } from '../../ui/Button';
import { Panel, type PanelState } from '../../ui/Panel';
import { useDraft } from '../draft/DraftProvider';
import { entriesOf, textOf } from '../draft/draftHunt';
import type { DraftFixture, FixturesAnswer } from './answers';
import { FixtureRow } from './FixtureRow';

const NONE: PanelState = {
  is: 'empty',
  says: 'No fixtures yet. Try an event and keep it: it has to pass before the hunt is published.',
};

export function FixturesPanel() {
  const { draft, hunt, edit } = useDraft();
  const { slug, revision } = draft;
  const fixtures = entriesOf(hunt?.fixtures);
  const query = useQuery({
    queryKey: ['draft-fixtures', slug, revision],
    queryFn: () => fetchJson<FixturesAnswer>(`/api/hunts/${slug}/draft/fixtures`),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const ran = query.data?.ran;
  const byIndex = new Map((ran?.ok === true ? ran.fixtures : []).map((one) => [one.index, one]));
  const state = fixtures.length === 0 ? NONE : panelStateOf(query, () => undefined);
  return (
    <Panel
      note={ran?.ok === true && fixtures.length > 0 ? noteOf(ran.fixtures) : undefined}
      state={state}
      title="Fixtures"
      tools={
        <Button disabled={query.isFetching} onClick={() => void query.refetch()}>
          {query.isFetching ? 'Running …' : 'Run all'}
        </Button>
      }
    >
      {ran?.ok === false && (
        <p className="mt-0 mb-2 text-[13px] text-doubt">
          ▲ The hunt has mistakes, so nothing can be played on it. They stand under Text.
        </p>
      )}
      <ul className="m-0 flex list-none flex-col p-0">
        {fixtures.map((fixture, index) => (
          <FixtureRow
            // biome-ignore lint/suspicious/noArrayIndexKey: names may stand twice while written.
            key={index}
            name={textOf(fixture.name)}
            onDelete={() => edit([{ op: 'remove', path: `/fixtures/${index}` }])}
            onRename={(name) => {
              edit([{ op: 'replace', path: `/fixtures/${index}/name`, value: name }]);
            }}
            ran={byIndex.get(index)}
          />
        ))}
      </ul>
    </Panel>
  );
}

function noteOf(fixtures: readonly DraftFixture[]): string {
  const passed = fixtures.filter((one) => one.is === 'run' && one.report.passed).length;
  return `${passed} of ${fixtures.length} pass`;
}
