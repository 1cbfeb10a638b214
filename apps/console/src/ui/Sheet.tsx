'use client';
/** A sheet that slides in from the right over the screen; Esc and a click outside close it. */
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';

interface SheetProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Sheet({ title, isOpen, onClose, children }: SheetProps) {
  return (
    <Dialog.Root onOpenChange={(open) => !open && onClose()} open={isOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Popup
          className={
            'fixed inset-y-0 right-0 z-50 flex w-full max-w-3xl flex-col border-l border-line ' +
            'bg-panel transition-transform duration-150 data-[starting-style]:translate-x-8'
          }
        >
          <header className="flex items-center gap-3 border-b border-line px-4 py-3">
            <Dialog.Title className="text-base font-medium">{title}</Dialog.Title>
            <Dialog.Close
              aria-label="Close"
              className="ml-auto rounded-md p-1.5 text-muted hover:bg-raised hover:text-ink"
            >
              <X size={16} />
            </Dialog.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 py-3">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
