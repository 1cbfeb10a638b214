'use client';
/** In which division a team is ranked, chosen and then set; only where the hunt has some. */
import type { Division } from '@trove/contracts';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { onSend } from '../../ui/onSend';
import { Select } from '../../ui/Select';
import type { Operating } from './useOperate';

interface DivisionFormProps {
  readonly team: string;
  readonly division: string | undefined;
  readonly divisions: readonly Division[];
  readonly operating: Operating;
}

const NONE = '';

export function DivisionForm({ team, division = NONE, divisions, operating }: DivisionFormProps) {
  const [chosen, setChosen] = useState<string>();
  if (divisions.length === 0) return null;
  const isOther = chosen !== undefined && chosen !== division;
  const set = () => {
    if (!isOther) return;
    const data = chosen === NONE ? { team } : { team, division: chosen };
    const onDone = () => setChosen(undefined);
    operating.act({ type: 'team.division_changed.v1', data }, { onDone });
  };
  return (
    <form className="flex items-end gap-2" onSubmit={onSend(set)}>
      <Select
        disabled={operating.isPending}
        label="Division it is ranked in"
        name="team-division"
        onChange={({ target }) => setChosen(target.value)}
        value={chosen ?? division}
      >
        <option value={NONE}>none</option>
        {divisions.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      <Button disabled={operating.isPending || !isOther} type="submit">
        Set
      </Button>
    </form>
  );
}
