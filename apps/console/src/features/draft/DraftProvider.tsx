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
import { type SaveAnswer, saveDraft } from '../../server/commands/saveDraft';
import { type DraftShelf, useDraftShelf } from './DraftShelf';
import { type DraftHunt, readDraftHunt } from './draftHunt';
import { DraftSession, type DraftState } from './draftSession';
import { fetchDraft } from './fetchDraft';

const Session = createContext<DraftSession | undefined>(undefined);

interface DraftProviderProps {
  readonly draft: DraftView;
  readonly children: ReactNode;
}

export function DraftProvider({ draft, children }: DraftProviderProps) {
  const shelf = useDraftShelf();
  const [session] = useState(() => openSession(shelf, draft));
  const { slug } = draft;
  useEffect(() => {
    // Back shows the page as the browser has kept it, with a draft that may be an old one.
    void fetchDraft(slug).then((newest) => newest && session.replace(newest));
  }, [session, slug]);
  return <Session value={session}>{children}</Session>;
}

/** The sitting at this draft that was left, or a new one. */
function openSession(shelf: DraftShelf, draft: DraftView): DraftSession {
  const left = shelf.get(draft.slug);
  left?.replace(draft);
  const later = (callback: () => void, ms: number) => setTimeout(callback, ms);
  const session = left ?? new DraftSession({ draft, save: saveDraft, later });
  shelf.set(draft.slug, session);
  return session;
}

export interface UsedDraft extends DraftState {
  /** The draft's value where it has the shape of a hunt at all. */
  readonly hunt: DraftHunt | undefined;
  edit(patch: DraftPatch): void;
  undo(): void;
  /** Puts back what was not taken. */
  putBack(): void;
  letGo(): void;
  /** Notes the file's text as it is being written. */
  write(text: string): void;
  /** Takes over another state of the draft, as the server answered it. */
  replace(draft: DraftView): void;
  /** Takes over what its designer has put in the place of the whole file; undo leads back. */
  exchange(draft: DraftView): void;
  /** Takes over what the server answered to a change of its own, and says what it refused. */
  hear(answer: SaveAnswer): void;
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
    write: (text) => session.write(text),
    replace: (draft) => session.replace(draft),
    exchange: (draft) => session.exchange(draft),
    hear: (answer) => session.hear(answer),
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
