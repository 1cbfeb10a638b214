'use client';
/** Copies a text, and says for a moment whether that worked. */
import { Check, Copy, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button';

const SAID_MS = 1_500;
const ICONS = { no: Copy, yes: Check, failed: X } as const;

interface CopyButtonProps {
  readonly label: string;
  readonly text: string;
  /** Shown beside the picture; the picture alone when absent. */
  readonly says?: string;
  readonly className?: string;
}

export function CopyButton({ label, text, says, className }: CopyButtonProps) {
  const [isCopied, setCopied] = useState<keyof typeof ICONS>('no');
  const copy = async () => {
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done ? 'yes' : 'failed');
    setTimeout(() => setCopied('no'), SAID_MS);
  };
  const Icon = ICONS[isCopied];
  const said = { no: `Copy: ${label}`, yes: 'Copied', failed: 'The browser did not copy it' };
  return (
    <Button
      aria-label={said[isCopied]}
      className={className}
      onClick={() => void copy()}
      title={said[isCopied]}
      tone="bare"
    >
      <Icon aria-hidden="true" size={14} />
      {says}
    </Button>
  );
}
