'use client';
/** The hunt on this device, for the screens below. */
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { HuntHead } from '../join/huntHead';
import type { PlayClient } from './playClient';
import { OPENING, type PlayState } from './playState';

interface Scope {
  readonly client: PlayClient;
  readonly hunt: HuntHead;
}

const ScopeContext = createContext<Scope | undefined>(undefined);

export function PlayScope({ children, client, hunt }: Scope & { readonly children: ReactNode }) {
  return <ScopeContext value={{ client, hunt }}>{children}</ScopeContext>;
}

interface Play extends Scope {
  readonly state: PlayState;
}

export function usePlay(): Play {
  const scope = useContext(ScopeContext);
  if (scope === undefined) throw new Error('a screen of the player stands outside of PlayScope');
  const { store } = scope.client;
  const state = useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => store.state,
    () => OPENING,
  );
  return { ...scope, state };
}
