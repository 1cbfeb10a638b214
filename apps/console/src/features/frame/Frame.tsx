'use client';
/** What stands around every screen: the bar on top, the ways to go, and the foot. */
import { type ReactNode, useState } from 'react';
import { LiveProvider } from '../../live/LiveProvider';
import { DraftShelfProvider } from '../draft/DraftShelf';
import { Foot } from './Foot';
import { HelpSheet } from './HelpSheet';
import { LateNotice } from './LateNotice';
import { BottomNav, SideNav } from './Navigation';
import { Palette } from './Palette';
import { TopBar } from './TopBar';
import { useHydrated } from './useHydrated';
import { useShortcuts } from './useShortcuts';
import { type FrameViewer, ViewerProvider } from './ViewerContext';

export interface FrameProps {
  readonly viewer: FrameViewer;
  readonly build: { readonly version: string; readonly commit: string };
  readonly children: ReactNode;
}

export function Frame(props: FrameProps) {
  return (
    <ViewerProvider viewer={props.viewer}>
      <LiveProvider>
        <DraftShelfProvider>
          <FrameBody build={props.build}>{props.children}</FrameBody>
        </DraftShelfProvider>
      </LiveProvider>
    </ViewerProvider>
  );
}

function FrameBody({ build, children }: Omit<FrameProps, 'viewer'>) {
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  // What the server has drawn does nothing yet: a press on it would be lost without a word.
  const isReady = useHydrated();
  useShortcuts({ onPalette: () => setPaletteOpen(true), onHelp: () => setHelpOpen(true) });
  return (
    <div className="flex min-h-dvh flex-col">
      <a className="sr-only focus:not-sr-only" href="#screen">
        Skip to the screen
      </a>
      <TopBar onHelp={() => setHelpOpen(true)} onPalette={() => setPaletteOpen(true)} />
      <div className="flex flex-1">
        <SideNav />
        <main className="min-w-0 flex-1 p-3 sm:p-4" id="screen" inert={!isReady}>
          {children}
        </main>
      </div>
      {!isReady && <LateNotice />}
      <Foot build={build} />
      <BottomNav />
      <Palette
        isOpen={isPaletteOpen}
        onClose={() => setPaletteOpen(false)}
        onHelp={() => setHelpOpen(true)}
      />
      <HelpSheet isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}
