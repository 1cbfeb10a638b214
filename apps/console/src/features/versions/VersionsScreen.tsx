'use client';
/** What the draft would change, its way to the players, and every version there was. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatNumberOf } from '../../format/numbers';
import { AnswerNotice } from '../../ui/AnswerNotice';
import { Panel } from '../../ui/Panel';
import { useDraft } from '../draft/DraftProvider';
import type { DiffAnswer, VersionsAnswer } from './answers';
import { DiffView } from './DiffView';
import { PublishPanel } from './PublishPanel';
import { isUnderWay, RepublicationPanel } from './RepublicationPanel';
import { VersionList } from './VersionList';

export interface Told {
  readonly isDone: boolean;
  readonly says: string;
}

/** How often the versions are asked for: while one is being put in place, and otherwise. */
const HELD_MS = 700;
const QUIET_MS = 5_000;

const isHeldIn = (answer: VersionsAnswer | undefined) =>
  answer?.republication !== undefined && isUnderWay(answer.republication);

const SAME = { is: 'empty', says: 'The draft is what is live: nothing to publish.' } as const;
const NONE = { is: 'empty', says: 'Never published. The first version comes from here.' } as const;

export function VersionsScreen() {
  const { draft } = useDraft();
  const { slug, revision } = draft;
  const [told, setTold] = useState<Told>();
  const client = useQueryClient();
  const router = useRouter();
  const { versions, diff, newest } = useVersions(slug, revision);
  const { republication, versions: list = [] } = versions.data ?? {};
  const onTold = (answer: Told) => {
    setTold(answer);
    void client.invalidateQueries({ queryKey: ['hunts', slug] });
    // The frame around it has other tabs for a hunt that is published.
    router.refresh();
  };
  const changes = diff.data?.isSound ? diff.data.changes : undefined;
  const diffState = panelStateOf(diff, (data) =>
    data.isSound && data.changes.length === 0 ? SAME : undefined,
  );
  const listState = panelStateOf(versions, (data) =>
    data.versions.length === 0 ? NONE : undefined,
  );
  return (
    <div className="flex flex-col gap-3">
      <AnswerNotice answer={told} />
      <Panel
        note={changes && formatNumberOf(changes.length, 'change')}
        state={diffState}
        title={
          newest === 0 ? 'What the first version holds' : `The draft against version ${newest}`
        }
      >
        {diff.data && <DiffView diff={diff.data} />}
      </Panel>
      <PublishPanel
        // What it changes is read first: nobody publishes, or misses the button, while that comes.
        hasChanges={!diff.isPending && (changes === undefined || changes.length > 0)}
        isHeld={isHeldIn(versions.data)}
        newest={newest}
        onTold={onTold}
      />
      {republication && republication.version >= newest && (
        <RepublicationPanel onTold={onTold} run={republication} />
      )}
      <Panel state={listState} title="Published versions">
        <VersionList
          isPublished={diff.data?.isSound === true && diff.data.isPublished}
          live={versions.data?.live}
          newest={newest}
          onTold={onTold}
          versions={list}
        />
      </Panel>
    </div>
  );
}

/** Every version, and what the draft would change at the newest; 0 where there is none. */
function useVersions(slug: string, revision: number) {
  const versions = useQuery({
    queryKey: ['hunts', slug, 'versions'],
    queryFn: () => fetchJson<VersionsAnswer>(`/api/hunts/${slug}/versions`),
    refetchInterval: ({ state }) => (isHeldIn(state.data) ? HELD_MS : QUIET_MS),
  });
  const newest = versions.data?.versions[0]?.version ?? 0;
  const diff = useQuery({
    queryKey: ['hunts', slug, 'diff', newest, revision],
    queryFn: () =>
      fetchJson<DiffAnswer>(`/api/hunts/${slug}/diff`, { from: String(newest), to: 'draft' }),
    enabled: versions.data !== undefined,
  });
  return { versions, diff, newest };
}
