'use client';
/**
 * Gives every tab of a hunt's design the same draft, so that going from one to another loses
 * nothing.
 */
import type { DraftPatch, DraftView, Finding } from '@trove/contracts';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { saveDraft } from '../../server/commands/saveDraft';
import { type DraftHunt, readDraftHunt } from './draftHunt';
import { DraftSession, type DraftState } from './draftSession';

const Session = createContext<DraftSession | undefined>(undefined);

interface DraftProviderProps {
  readonly draft: DraftView;
  readonly children: ReactNode;
}

export function DraftProvider({ draft, children }: DraftProviderProps) {
  const [session] = useState(
    () => new DraftSession({ draft, save: saveDraft, later: (back, ms) => setTimeout(back, ms) }),
  );
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => session.isAhead && event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [session]);
  return <Session value={session}>{children}</Session>;
}

export interface UsedDraft extends DraftState {
  /** The draft's value where it has the shape of a hunt at all. */
  readonly hunt: DraftHunt | undefined;
  edit(patch: DraftPatch): void;
  undo(): void;
  /** Puts back what was not taken. */
  putBack(): void;
  letGo(): void;
  /** Takes over another state of the draft, as the server answered it. */
  replace(draft: DraftView): void;
}

/** The draft of the hunt on screen, and the ways to change it. */
export function useDraft(): UsedDraft {
  const session = useContext(Session);
  if (!session) throw new Error('useDraft needs a DraftProvider around it');
  const state = useSyncExternalStore(session.subscribe, session.state, session.state);
  const hunt = useMemo(() => readDraftHunt(state.value), [state.value]);
  return {
    ...state,
    hunt,
    edit: (patch) => session.edit(patch),
    undo: () => session.undo(),
    putBack: () => session.putBack(),
    letGo: () => session.letGo(),
    replace: (draft) => session.replace(draft),
  };
}

/** What is wrong at this path and below it, as `clues[3].find`. */
export function useFindings(path: string): readonly Finding[] {
  const { findings } = useDraft().draft;
  return useMemo(() => findingsUnder(findings, path), [findings, path]);
}

export function findingsUnder(findings: readonly Finding[], path: string): readonly Finding[] {
  return findings.filter((finding) => {
    if (!finding.path.startsWith(path)) return false;
    const next = finding.path[path.length];
    return next === undefined || next === '.' || next === '[';
  });
}
