'use client';
/** Who is signed in, the own password, and the way out. */
import { Menu } from '@base-ui/react/menu';
import { CircleUser } from 'lucide-react';
import Link from 'next/link';
import { signOut } from '../../server/commands/signOut';
import { TOOL } from './toolLook';

const ITEM =
  'block w-full cursor-pointer rounded px-2.5 py-1.5 text-left outline-none ' +
  'data-[highlighted]:bg-raised';

export function ViewerMenu(props: { readonly viewer: { readonly email: string } }) {
  const { email } = props.viewer;
  return (
    <Menu.Root>
      <Menu.Trigger aria-label={`Signed in as ${email}`} className={TOOL} title={email}>
        <CircleUser size={15} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" className="z-50" sideOffset={6}>
          <Menu.Popup className="min-w-52 rounded-md border border-line bg-panel p-1">
            <div className="truncate border-b border-line px-2.5 pt-1 pb-2 text-muted">{email}</div>
            <Menu.Item className={ITEM} render={<Link href="/account">Change password</Link>} />
            <Menu.Item className={ITEM} onClick={() => void signOut()}>
              Sign out
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
