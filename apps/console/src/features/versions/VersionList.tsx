'use client';
/**
 * Every version there was, newest first; an older one becomes the newest again in one click, or is
 * taken into the draft to go on from there.
 */
import { useRef, useTransition } from 'react';
import { noAnswer } from '../../fetching/noAnswer';
import { rollBack } from '../../server/commands/publish';
import { Button } from '../../ui/Button';
import { TimeText } from '../../ui/TimeText';
import { useListKeys } from '../../ui/useListKeys';
import { useDraft } from '../draft/DraftProvider';
import { useRefreshDraft } from '../draft/useRefreshDraft';
import type { VersionView } from './answers';
import { TakeVersion } from './TakeVersion';
import type { Told } from './VersionsScreen';

interface VersionListProps {
  readonly versions: readonly VersionView[];
  readonly live: number | undefined;
  readonly newest: number;
  /** The draft stands in some version as it is. */
  readonly isPublished: boolean;
  readonly onTold: (answer: Told) => void;
}

export function VersionList(props: VersionListProps) {
  const { versions, live, newest, isPublished, onTold } = props;
  const { slug } = useDraft().draft;
  const refresh = useRefreshDraft();
  const list = useRef<HTMLUListElement>(null);
  const [isPending, startTransition] = useTransition();
  useListKeys(list, {});
  const goBackTo = (version: number) => {
    startTransition(async () => {
      const answer = await rollBack({ slug, version, expects: newest }).catch(() => NO_ANSWER);
      await refresh();
      onTold(answer);
    });
  };
  return (
    <ul className="m-0 list-none p-0" ref={list}>
      {versions.map(({ version, title, publishedBy, publishedAt }) => (
        <li
          className={
            'flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-line py-2 ' +
            'first:border-t-0'
          }
          key={version}
        >
          <span className="figures w-12">v{version}</span>
          <span className="min-w-0 flex-1 basis-40 break-words" dir="auto">
            {title}
          </span>
          <span className="text-[13px] text-muted">
            <TimeText as="age" ms={Date.parse(publishedAt)} /> by {publishedBy}
          </span>
          {version === live ? (
            <span className="text-good">● live</span>
          ) : (
            <Button data-row="" disabled={isPending} onClick={() => goBackTo(version)}>
              Make it live again
            </Button>
          )}
          <TakeVersion isPublished={isPublished} onTold={onTold} version={version} />
        </li>
      ))}
    </ul>
  );
}

const NO_ANSWER = noAnswer('Look at the list.');
