'use client';
/**
 * Who looks, for whatever on a screen only some may do. What is refused is refused by the server.
 */
import type { Permission } from '@trove/contracts';
import { createContext, type ReactNode, useContext } from 'react';
import { SCREENS, type Screen } from './screens';

export interface FrameViewer {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly permissions: readonly Permission[];
}

const Context = createContext<FrameViewer | undefined>(undefined);

interface ViewerProviderProps {
  readonly viewer: FrameViewer;
  readonly children: ReactNode;
}

export function ViewerProvider({ viewer, children }: ViewerProviderProps) {
  return <Context value={viewer}>{children}</Context>;
}

export function useViewer(): FrameViewer {
  const viewer = useContext(Context);
  if (!viewer) throw new Error('useViewer needs a ViewerProvider around it');
  return viewer;
}

export function useMayDo(permission: Permission): boolean {
  return useViewer().permissions.includes(permission);
}

/** The screens this viewer may open. */
export function useScreens(): readonly Screen[] {
  const { permissions } = useViewer();
  return SCREENS.filter(({ needs }) => permissions.includes(needs));
}
