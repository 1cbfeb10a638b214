/** How pages are guarded: who is not signed in goes to the sign-in, who may not is told so. */
import type { Permission } from '@trove/contracts';
import type { ReactNode } from 'react';
import { NotPermitted } from '../features/frame/NotPermitted';
import { contracts } from './packages';
import { requireViewer, type Viewer } from './viewer';

/** A page for those with this permission. */
export function pageFor<P>(
  needs: Permission,
  render: (viewer: Viewer, props: P) => ReactNode | Promise<ReactNode>,
): (props: P) => Promise<ReactNode> {
  return async (props) => {
    const viewer = await requireViewer();
    if (contracts.mayDo(viewer.role, needs)) return await render(viewer, props);
    return <NotPermitted role={viewer.role} toDo={contracts.PERMISSION_WORDS[needs]} />;
  };
}
