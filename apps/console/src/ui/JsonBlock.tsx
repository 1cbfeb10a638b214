'use client';
/** JSON to read and to copy. */
import { Copy } from 'lucide-react';
import { Scrollable } from './Scrollable';

interface JsonBlockProps {
  readonly title: string;
  readonly value: unknown;
}

export function JsonBlock({ title, value }: JsonBlockProps) {
  const text = JSON.stringify(value, null, 2);
  return (
    <div className="relative">
      <Scrollable className="max-h-72 rounded-md bg-raised p-3" label={title}>
        <pre className="figures m-0 text-[12px]">{text}</pre>
      </Scrollable>
      <button
        aria-label={`Copy: ${title}`}
        className="absolute top-1.5 right-1.5 rounded p-1 text-muted hover:text-ink"
        onClick={() => void navigator.clipboard?.writeText(text)}
        title="Copy"
        type="button"
      >
        <Copy size={13} />
      </button>
    </div>
  );
}
