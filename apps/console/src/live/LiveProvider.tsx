'use client';
/**
 * Opens the one live connection of the tab and hands its state down: frozen while paused, with
 * the number of events that wait.
 */
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { LiveClient } from './liveClient';
import { healthOf, type LiveHealth } from './liveHealth';
import type { LiveState } from './liveState';
import { useScope } from './scope';
import { eventsSince } from './waiting';

const HEALTH_MS = 250;
/** Without a first message for so long, it is said that none comes. */
const SILENT_MS = 10_000;
const SIGN_IN = '/sign-in';

interface Live {
  /** Undefined until the first message. */
  readonly shown: LiveState | undefined;
  readonly newest: LiveState | undefined;
  /** Events of the picked hunt decided or refused since the pause; 0 while live. */
  readonly waiting: number;
}

const LiveContext = createContext<Live>({ shown: undefined, newest: undefined, waiting: 0 });
const HealthContext = createContext<LiveHealth | undefined>(undefined);
const SilentContext = createContext(false);

export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(createClient);
  useEffect(() => {
    client.open();
    return () => client.close();
  }, [client]);
  const newest = useSyncExternalStore(client.subscribe, client.getShown, () => undefined);
  const live = usePausable(newest);
  return (
    <LiveContext value={live}>
      <HealthProvider client={client}>{children}</HealthProvider>
    </LiveContext>
  );
}

export function useLive(): Live {
  return useContext(LiveContext);
}

/** How it stands now, also while paused; undefined until the first message. */
export function useHealth(): LiveHealth | undefined {
  return useContext(HealthContext);
}

/** True when the stream was opened a while ago and has never told anything. */
export function useIsSilent(): boolean {
  return useContext(SilentContext);
}

function HealthProvider(props: { readonly client: LiveClient; readonly children: ReactNode }) {
  const [health, setHealth] = useState<LiveHealth>();
  const [isSilent, setSilent] = useState(false);
  useEffect(() => {
    const openedMs = Date.now();
    const look = () => {
      const state = props.client.newest;
      if (state) setHealth(healthOf(state, Date.now()));
      setSilent(state === undefined && Date.now() - openedMs > SILENT_MS);
    };
    const timer = setInterval(look, HEALTH_MS);
    return () => clearInterval(timer);
  }, [props.client]);
  return (
    <HealthContext value={health}>
      <SilentContext value={isSilent}>{props.children}</SilentContext>
    </HealthContext>
  );
}

function usePausable(newest: LiveState | undefined): Live {
  const [{ paused, hunt }] = useScope();
  const frozen = useRef<LiveState>(undefined);
  if (!paused) frozen.current = undefined;
  else frozen.current ??= newest;
  const shown = frozen.current ?? newest;
  return useMemo(() => {
    if (!shown || !newest) return { shown, newest, waiting: 0 };
    const waiting = eventsSince(shown.arrived, newest.arrived, hunt ?? undefined);
    return { shown, newest, waiting };
  }, [shown, newest, hunt]);
}

function createClient(): LiveClient {
  return new LiveClient({
    clock: () => Date.now(),
    onSignedOut: () => window.location.assign(SIGN_IN),
  });
}
