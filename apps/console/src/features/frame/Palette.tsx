'use client';
/** ⌘K: every command by its words, and an event by its id. */
import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useTheme } from 'next-themes';
import { useState } from 'react';
import { useLive } from '../../live/LiveProvider';
import { LIVE_AGAIN, movingWindow, useScope, WINDOW_WORDS, WINDOWS } from '../../live/scope';
import { signOut } from '../../server/commands/signOut';
import { useScopedHref } from './useScopedHref';
import { useScreens } from './ViewerContext';

interface PaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onHelp: () => void;
}

interface PaletteCommand {
  readonly says: string;
  readonly run: () => void;
}

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;
const ITEM =
  'flex cursor-pointer items-center rounded-md px-3 py-2 ' +
  'data-[selected=true]:bg-raised data-[selected=true]:text-accent';

export function Palette({ isOpen, onClose, onHelp }: PaletteProps) {
  const [text, setText] = useState('');
  const commands = useCommands(text.trim(), onHelp);
  const close = () => {
    setText('');
    onClose();
  };
  return (
    <Dialog.Root onOpenChange={(open) => !open && close()} open={isOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Popup
          aria-label="Commands"
          className={
            'fixed inset-x-3 top-[12vh] z-50 mx-auto max-w-lg rounded-lg border border-line ' +
            'bg-panel p-1.5'
          }
        >
          <Command label="Commands" loop>
            <Command.Input
              autoFocus
              className="h-10 w-full bg-transparent px-3 outline-none"
              onValueChange={setText}
              placeholder="A command, a hunt, or the id of an event"
              value={text}
            />
            <Command.List className="max-h-[50vh] overflow-y-auto border-t border-line pt-1.5">
              <Command.Empty className="px-3 py-4 text-muted">Nothing of that name.</Command.Empty>
              {commands.map(({ says, run }) => (
                <Command.Item
                  className={ITEM}
                  key={says}
                  onSelect={() => {
                    close();
                    run();
                  }}
                  value={says}
                >
                  {says}
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function useCommands(text: string, onHelp: () => void): readonly PaletteCommand[] {
  const router = useRouter();
  const hrefTo = useScopedHref();
  const [scope, setScope] = useScope();
  const isHeld = scope.paused || scope.range !== null;
  const { setTheme } = useTheme();
  const screens = useScreens();
  const hunts = useLive().newest?.surroundings?.hunts ?? [];
  const find = ID.test(text)
    ? [{ says: `Find event ${text}`, run: () => router.push(hrefTo('/events', { id: text })) }]
    : [];
  return [
    ...find,
    ...screens.map(({ path, title }) => {
      return { says: `Go to ${title}`, run: () => router.push(hrefTo(path)) };
    }),
    {
      says: isHeld ? 'Go on' : 'Pause',
      run: () => void setScope(isHeld ? LIVE_AGAIN : { paused: true }),
    },
    ...WINDOWS.map((window) => {
      const run = () => void setScope(movingWindow(window));
      return { says: `Show ${WINDOW_WORDS[window]}`, run };
    }),
    { says: 'Show all hunts', run: () => void setScope({ hunt: null }) },
    ...hunts.map(({ slug, title }) => {
      return { says: `Show only ${title} (${slug})`, run: () => void setScope({ hunt: slug }) };
    }),
    ...hunts.map(({ slug, title }) => {
      return { says: `Board of ${title}`, run: () => router.push(hrefTo(`/hunts/${slug}`)) };
    }),
    ...(['dark', 'light', 'system'] as const).map((theme) => {
      return { says: `Theme: ${theme}`, run: () => setTheme(theme) };
    }),
    { says: 'Keys', run: onHelp },
    { says: 'Your account', run: () => router.push('/account') },
    { says: 'Sign out', run: () => void signOut() },
  ];
}
