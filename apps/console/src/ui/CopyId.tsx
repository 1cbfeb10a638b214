'use client';
/** An id that a click copies. Long ones are shortened in the middle of nothing: by their end. */
import { Check, Copy } from 'lucide-react';
import { type MouseEvent, useState } from 'react';

const SAID_MS = 1_200;

interface CopyIdProps {
  readonly id: string;
  /** Characters shown; all of them when absent. */
  readonly shown?: number;
}

export function CopyId({ id, shown }: CopyIdProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async (event: MouseEvent) => {
    event.stopPropagation();
    await navigator.clipboard?.writeText(id).catch(() => undefined);
    setCopied(true);
    setTimeout(() => setCopied(false), SAID_MS);
  };
  const text = shown !== undefined && id.length > shown ? `${id.slice(0, shown)}…` : id;
  const Icon = isCopied ? Check : Copy;
  return (
    <button
      aria-label={isCopied ? 'Copied' : `Copy ${id}`}
      className="figures inline-flex items-center gap-1 rounded px-0.5 text-left hover:bg-raised"
      onClick={(event) => void copy(event)}
      title={`${id}\nClick to copy`}
      type="button"
    >
      <span className="break-all">{text}</span>
      <Icon aria-hidden="true" className="shrink-0 text-muted" size={12} />
    </button>
  );
}
