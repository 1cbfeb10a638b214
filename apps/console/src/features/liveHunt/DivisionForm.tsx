'use client';
/** In which division a team is ranked; only where the hunt has some. */
import type { Division } from '@trove/contracts';
import type { Operating } from './useOperate';

interface DivisionFormProps {
  readonly team: string;
  readonly division: string | undefined;
  readonly divisions: readonly Division[];
  readonly operating: Operating;
}

export function DivisionForm({ team, division, divisions, operating }: DivisionFormProps) {
  if (divisions.length === 0) return null;
  const change = (id: string) => {
    const data = id === '' ? { team } : { team, division: id };
    operating.act({ type: 'team.division_changed.v1', data });
  };
  return (
    <label className="flex flex-col gap-1">
      Division it is ranked in
      <select
        className="h-10 max-w-72 rounded-md border border-line bg-ground px-3"
        disabled={operating.isPending}
        name="team-division"
        onChange={({ target }) => change(target.value)}
        value={division ?? ''}
      >
        <option value="">none</option>
        {divisions.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
