'use client';
/** Who is signed in, the own account, and the way out. */
import { Menu } from '@base-ui/react/menu';
import { CircleUser } from 'lucide-react';
import Link from 'next/link';
import { signOut } from '../../server/commands/signOut';
import { TOOL } from './toolLook';
import { useViewer } from './ViewerContext';

const ITEM =
  'block w-full cursor-pointer rounded px-2.5 py-1.5 text-left outline-none ' +
  'data-[highlighted]:bg-raised';

export function ViewerMenu() {
  const { email, role } = useViewer();
  return (
    <Menu.Root>
      <Menu.Trigger aria-label={`Signed in as ${email}`} className={TOOL} title={email}>
        <CircleUser size={15} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" className="z-50" sideOffset={6}>
          <Menu.Popup className="min-w-52 rounded-md border border-line bg-panel p-1">
            <div className="truncate border-b border-line px-2.5 pt-1 pb-2 text-muted">
              {email} · {role}
            </div>
            <Menu.Item className={ITEM} render={<Link href="/account">Your account</Link>} />
            <Menu.Item className={ITEM} onClick={() => void signOut()}>
              Sign out
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
