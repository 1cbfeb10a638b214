'use client';
/**
 * Markdown as players see it. Raw HTML stays text and addresses that run something are taken out;
 * pictures are named only, because a page of Trove asks no other host for anything.
 */
import ReactMarkdown, { type Components } from 'react-markdown';

const LOOKS: Components = {
  a: ({ children, href }) => (
    <a className="text-accent underline" href={href} rel="noreferrer noopener" target="_blank">
      {children}
    </a>
  ),
  img: ({ alt }) => <span className="text-muted">[picture: {alt || 'without a name'}]</span>,
  h1: ({ children }) => <p className="text-base font-medium">{children}</p>,
  h2: ({ children }) => <p className="text-base font-medium">{children}</p>,
  h3: ({ children }) => <p className="font-medium">{children}</p>,
  ul: ({ children }) => <ul className="list-disc pl-5">{children}</ul>,
  ol: ({ children }) => <ol className="list-decimal pl-5">{children}</ol>,
  blockquote: ({ children }) => (
    <blockquote className="m-0 border-l-2 border-line pl-3 text-muted">{children}</blockquote>
  ),
};

export function Markdown({ text }: { readonly text: string }) {
  return (
    <section
      aria-label="Preview of the text"
      className="flex flex-col gap-2 rounded-md border border-line bg-ground p-3 break-words"
      dir="auto"
    >
      {text.trim() === '' ? (
        <span className="text-muted">Nothing to read yet.</span>
      ) : (
        <ReactMarkdown components={LOOKS}>{text}</ReactMarkdown>
      )}
    </section>
  );
}
