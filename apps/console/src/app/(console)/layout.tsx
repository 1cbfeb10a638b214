/** Everything behind sign-in, in one frame. */
import type { ReactNode } from 'react';
import { Frame } from '../../features/frame/Frame';
import { build } from '../../server/health';
import { requireViewer } from '../../server/viewer';

export const dynamic = 'force-dynamic';

export default async function ConsoleLayout({ children }: { readonly children: ReactNode }) {
  const { email, name } = await requireViewer();
  const { version, commit } = build();
  return (
    <Frame build={{ version, commit }} viewer={{ email, name }}>
      {children}
    </Frame>
  );
}
