'use client';
/** JSON to read and to copy. */
import { Copy } from 'lucide-react';

interface JsonBlockProps {
  readonly title: string;
  readonly value: unknown;
}

export function JsonBlock({ title, value }: JsonBlockProps) {
  const text = JSON.stringify(value, null, 2);
  return (
    <div className="relative">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus. */}
      <pre
        aria-label={title}
        className="figures m-0 max-h-72 overflow-auto rounded-md bg-raised p-3 text-[12px]"
        role="region"
        tabIndex={0}
      >
        {text}
      </pre>
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
