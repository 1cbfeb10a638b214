'use client';
/** The hunt while it is played: a head, one screen at a time, and the bars under the thumb. */
import { type ReactNode, useEffect, useRef } from 'react';
import { BoardView } from '../views/BoardView';
import { CluesView } from '../views/CluesView';
import { ClueView } from '../views/ClueView';
import { MapView } from '../views/MapView';
import { MessagesView } from '../views/MessagesView';
import { ScanView } from '../views/ScanView';
import { SentView } from '../views/SentView';
import { TeamView } from '../views/TeamView';
import { Announcer } from './Announcer';
import { BottomBar } from './BottomBar';
import { GameHead } from './GameHead';
import { InstallButton } from './InstallButton';
import { PassBanner } from './PassBanner';
import { PhaseBanner } from './PhaseBanner';
import { type Route, useRoute } from './route';
import { StatusLine } from './StatusLine';
import { useWarmUp } from './useWarmUp';

export function GameScreen() {
  const route = useRoute();
  const main = useFocusOnChange(route.screen === 'clue' ? route.clue : route.screen);
  useWarmUp();
  return (
    <div className="mx-auto flex min-h-dvh max-w-3xl flex-col">
      {/* No link: fragments name screens here. */}
      <button
        className="sr-only focus:not-sr-only"
        onClick={() => main.current?.focus()}
        type="button"
      >
        Skip to the screen
      </button>
      <GameHead />
      <InstallButton />
      <main
        className="flex flex-1 flex-col gap-4 px-4 pt-3 pb-6"
        id="play-screen"
        ref={main}
        tabIndex={-1}
      >
        <PassBanner />
        <PhaseBanner />
        {screenOf(route)}
      </main>
      <footer className="play-bar sticky bottom-0 z-10 border-t-2 border-line bg-panel px-2 pt-1">
        <Announcer />
        <StatusLine />
        {/* A clue brings the acts that solve it in the place of the ways. */}
        {route.screen !== 'clue' && <BottomBar screen={route.screen} />}
        <div id="play-acts" />
      </footer>
    </div>
  );
}

function screenOf(route: Route): ReactNode {
  switch (route.screen) {
    case 'clues':
      return <CluesView />;
    case 'map':
      return <MapView />;
    case 'scan':
      return <ScanView />;
    case 'board':
      return <BoardView />;
    case 'team':
      return <TeamView />;
    case 'messages':
      return <MessagesView />;
    case 'sent':
      return <SentView />;
    case 'clue':
      return <ClueView id={route.clue} key={route.clue} />;
  }
}

/** Who reads by ear or moves by keys begins each screen at its heading. */
function useFocusOnChange(key: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(key);
  // The form that stood here before was scrolled to its end.
  useEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  useEffect(() => {
    if (before.current === key) return;
    before.current = key;
    window.scrollTo(0, 0);
    main.current?.querySelector<HTMLElement>('[data-heading]')?.focus();
  }, [key]);
  return main;
}
