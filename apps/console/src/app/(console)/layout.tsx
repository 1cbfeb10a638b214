/** Everything behind sign-in, in one frame. */
import '../globals.css';
import type { ReactNode } from 'react';
import { Frame } from '../../features/frame/Frame';
import { STAFF_METADATA, StaffDocument } from '../../features/frame/StaffDocument';
import { VIEWPORT } from '../../features/frame/viewport';
import { build } from '../../server/health';
import { contracts } from '../../server/packages';
import { requireViewer } from '../../server/viewer';

export const dynamic = 'force-dynamic';
export const metadata = STAFF_METADATA;
export const viewport = VIEWPORT;

export default async function ConsoleLayout({ children }: { readonly children: ReactNode }) {
  const { email, name, role } = await requireViewer();
  const viewer = { email, name, role, permissions: contracts.PERMISSIONS[role] };
  const { version, commit } = build();
  return (
    <StaffDocument>
      <Frame build={{ version, commit }} viewer={viewer}>
        {children}
      </Frame>
    </StaffDocument>
  );
}
