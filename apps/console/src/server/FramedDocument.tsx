/** The document of the screens behind sign-in: the frame, for the viewer who asks. */
import type { ReactNode } from 'react';
import { Frame } from '../features/frame/Frame';
import { StaffDocument } from '../features/frame/StaffDocument';
import { build } from './health';
import { contracts } from './packages';
import { requireViewer } from './viewer';

export async function FramedDocument({ children }: { readonly children: ReactNode }) {
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
