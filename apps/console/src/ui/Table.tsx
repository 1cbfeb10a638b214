/** A table of figures: what a row is called stands first, numbers keep to the right. */
import clsx from 'clsx';
import type { ReactNode } from 'react';

/** `bar` has a picture of the figures, is nothing to read, and goes where there is no room. */
type Kind = 'name' | 'figure' | 'bar';
export type Column = readonly [name: string, kind: Kind];

interface TableProps {
  /** Read to those who can't see what the table stands in. */
  readonly caption: string;
  readonly columns: readonly Column[];
  /** As in a panel among other things. */
  readonly isTight?: boolean;
  /** The head stays where the rows scroll. */
  readonly hasStickyHead?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

const HEADS: Readonly<Record<Kind, string>> = {
  name: 'text-left',
  figure: 'text-right whitespace-nowrap',
  bar: 'hidden w-1/3 sm:table-cell',
};

export function Table(props: TableProps) {
  const { caption, columns, isTight = false, hasStickyHead = false, className, children } = props;
  return (
    <table
      className={clsx(
        'w-full text-[13px] [&_th]:font-normal',
        isTight
          ? '[&_td]:px-1 [&_td]:py-0.5 [&_th]:px-1 [&_th]:py-0.5'
          : '[&_td]:px-2 [&_td]:py-1 [&_th]:px-2 [&_th]:py-1',
        className,
      )}
    >
      <caption className="sr-only">{caption}</caption>
      <thead className={clsx('text-muted', hasStickyHead && 'sticky top-0 bg-panel')}>
        <tr>
          {columns.map(([name, kind]) => (
            <th className={HEADS[kind]} key={name} scope="col">
              {kind === 'bar' ? <span className="sr-only">{name}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="[&>tr]:border-t [&>tr]:border-line">{children}</tbody>
    </table>
  );
}

interface CellProps {
  readonly children: ReactNode;
  readonly className?: string;
  readonly title?: string;
}

/** Names the row it stands in. */
export function NameCell({ children, className, title }: CellProps) {
  return (
    <th className={clsx('text-left', className)} scope="row" title={title}>
      {children}
    </th>
  );
}

export function FigureCell({ children, className, title }: CellProps) {
  return (
    <td className={clsx('figures text-right whitespace-nowrap', className)} title={title}>
      {children}
    </td>
  );
}

export function BarCell({ children }: Pick<CellProps, 'children'>) {
  return (
    <td aria-hidden="true" className="hidden sm:table-cell">
      {children}
    </td>
  );
}

interface BarProps {
  /** Of the longest, 0 to 1; less than nothing is drawn as nothing. */
  readonly share: number;
  readonly colour?: string;
}

export function Bar({ share, colour = 'bg-accent' }: BarProps) {
  return (
    <span
      className={clsx('my-0.5 block h-1.5 rounded-sm opacity-70', colour)}
      style={{ width: `${Math.max(0, share) * 100}%` }}
    />
  );
}
