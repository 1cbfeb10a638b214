'use client';
/** What the type of a refused event allows, with the failing field marked. */
import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { fetchJson } from '../../fetching/fetchJson';
import { Scrollable } from '../../ui/Scrollable';
import type { ContractAnswer } from './answers';
import { contractRows, rowOfPath } from './contractRows';

interface Props {
  readonly type: string;
  /** Whose own types are known beside the built-in ones. */
  readonly hunt: string;
  readonly path: string;
}

export function ContractTable({ type, hunt, path }: Props) {
  const query = useQuery({
    queryKey: ['contract', type, hunt],
    queryFn: () => fetchJson<ContractAnswer>('/api/contracts', { type, hunt }),
    // A publication may change what a hunt's own types are; the built-in ones never change.
    staleTime: type.startsWith('custom.') ? 0 : Number.POSITIVE_INFINITY,
  });
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="pb-1 text-muted">
        The contract{type !== '' && <code> {type}</code>}
      </figcaption>
      {query.isPending && <p className="m-0 text-muted">Reading it …</p>}
      {query.isError && <p className="m-0 text-bad">{query.error.message}</p>}
      {query.data && <Contract answer={query.data} path={path} />}
    </figure>
  );
}

function Contract({ answer, path }: { readonly answer: ContractAnswer; readonly path: string }) {
  if (answer.schema === undefined) {
    return (
      <p className="m-0">
        No contract is known by this name. There is one for {answer.known.join(', ')}.
      </p>
    );
  }
  const rows = contractRows(answer.schema);
  const marked = rowOfPath(rows, path);
  return (
    <Scrollable className="max-h-96 rounded-md bg-raised p-3" label="Contract">
      <table className="w-full border-collapse text-[12px]">
        <thead className="sr-only">
          <tr>
            <th>field</th>
            <th>allowed</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              className={clsx(row.path === marked && 'bg-bad/20 outline outline-bad')}
              key={row.path}
            >
              <th className="figures pr-3 text-left align-top font-normal" scope="row">
                {row.path}
                {row.path === marked && <span className="sr-only"> failed here</span>}
                {!row.isRequired && (
                  <span className={clsx(row.path !== marked && 'text-muted')}> optional</span>
                )}
              </th>
              <td className={clsx('break-all align-top', row.path !== marked && 'text-muted')}>
                {row.allowed}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}
