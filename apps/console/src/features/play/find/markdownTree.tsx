/**
 * Markdown as elements. Nothing of it becomes HTML as it stands: raw HTML is shown as text, links
 * go to http(s) alone, and pictures are named only, because a page of Trove asks no other host for
 * anything.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { Fragment, type ReactNode } from 'react';

type Root = ReturnType<typeof fromMarkdown>;
type Nodes = Root | Root['children'][number];
type Parents = Extract<Nodes, { readonly children: unknown }>;

/** Nesting that is followed; what is deeper is shown as plain text. */
const DEEPEST = 16;

export function markdownTree(text: string): ReactNode {
  return childrenOf(fromMarkdown(text), 0);
}

function childrenOf(node: Parents, depth: number): ReactNode {
  return node.children.map((child, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text is rendered as a whole or not at all.
    <Fragment key={index}>{elementOf(child, depth + 1)}</Fragment>
  ));
}

function elementOf(node: Nodes, depth: number): ReactNode {
  if (depth > DEEPEST) return plain(node);
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'paragraph':
      return <p className="m-0">{childrenOf(node, depth)}</p>;
    case 'heading':
      return <p className="m-0 font-semibold">{childrenOf(node, depth)}</p>;
    case 'emphasis':
      return <em>{childrenOf(node, depth)}</em>;
    case 'strong':
      return <strong>{childrenOf(node, depth)}</strong>;
    case 'inlineCode':
      return <code className="rounded bg-raised px-1">{node.value}</code>;
    case 'code':
      return <pre className="m-0 overflow-x-auto rounded-lg bg-raised p-3">{node.value}</pre>;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr className="border-line" />;
    case 'link':
      return <Away href={node.url}>{childrenOf(node, depth)}</Away>;
    case 'image':
      return <span className="text-muted">[picture: {node.alt || 'without a name'}]</span>;
    case 'list':
      return listOf(node, depth);
    case 'blockquote':
      return (
        <blockquote className="m-0 border-l-4 border-line pl-3">
          {childrenOf(node, depth)}
        </blockquote>
      );
    default:
      return 'children' in node ? childrenOf(node, depth) : null;
  }
}

function listOf(node: Extract<Nodes, { type: 'list' }>, depth: number): ReactNode {
  const items = node.children.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text is rendered as a whole or not at all.
    <li key={index}>{childrenOf(item, depth + 1)}</li>
  ));
  if (node.ordered !== true) return <ul className="m-0 list-disc pl-6">{items}</ul>;
  return (
    <ol className="m-0 list-decimal pl-6" start={node.start ?? 1}>
      {items}
    </ol>
  );
}

function Away({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  if (!/^https?:\/\//i.test(href)) return children;
  return (
    <a className="text-accent underline" href={href} rel="noreferrer noopener" target="_blank">
      {children}
    </a>
  );
}

function plain(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plain).join(' ') : '';
}
