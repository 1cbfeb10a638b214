'use client';
/** What the picked clues have to do with each other: the first requires the second, or not. */
import { ArrowLeftRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { type ClueNames, clueNames } from '../clues/clueNames';
import { type How, neededOf } from '../clues/clueParts';
import { INPUT } from '../draft/fields/FieldFrame';
import { type Change, changeHow, connect, disconnect, type Unlocks } from './connect';

interface RequiresPanelProps {
  readonly unlocks: Unlocks;
  readonly picked: readonly string[];
  readonly onChange: (change: Change) => void;
}

const HOWS: Readonly<Record<How, string>> = {
  all: 'all of them',
  any: 'any of them',
  atLeast: 'at least …',
};

export function RequiresPanel({ unlocks, picked, onChange }: RequiresPanelProps) {
  const [isSwapped, setSwapped] = useState(false);
  const names = useMemo(() => clueNames(unlocks.clues), [unlocks.clues]);
  const [one, other] = isSwapped ? [picked[1], picked[0]] : picked;
  if (one === undefined) {
    return (
      <Panel state={{ is: 'live' }} title="Requires">
        <p className="text-muted">
          Pick a clue, then the clue it shall require. On the graph a line from one to another does
          the same, and Delete takes the chosen line away.
        </p>
      </Panel>
    );
  }
  return (
    <Panel state={{ is: 'live' }} title="Requires">
      <div className="flex flex-col gap-3">
        <HowFields id={one} names={names} onChange={onChange} unlocks={unlocks} />
        {other !== undefined && (
          <PairActs
            from={other}
            names={names}
            onChange={onChange}
            onSwap={() => setSwapped(!isSwapped)}
            to={one}
            unlocks={unlocks}
          />
        )}
      </div>
    </Panel>
  );
}

interface PairActsProps {
  readonly unlocks: Unlocks;
  readonly names: ClueNames;
  readonly from: string;
  readonly to: string;
  readonly onChange: (change: Change) => void;
  readonly onSwap: () => void;
}

function PairActs({ unlocks, names, from, to, onChange, onSwap }: PairActsProps) {
  const isThere = neededOf(clueOf(unlocks, to) ?? {})?.ids.includes(from) ?? false;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p className="w-full">
        <strong className="font-medium">{names.nameOf(to)}</strong>{' '}
        {isThere ? 'requires' : 'does not require'}{' '}
        <strong className="font-medium">{names.nameOf(from)}</strong>
      </p>
      {isThere ? (
        <Button onClick={() => onChange(disconnect(unlocks, from, to))}>Require it no more</Button>
      ) : (
        <Button onClick={() => onChange(connect(unlocks, from, to))} tone="main">
          Require it
        </Button>
      )}
      <Button aria-label="The other way round" onClick={onSwap} title="The other way round">
        <ArrowLeftRight aria-hidden="true" size={14} />
      </Button>
    </div>
  );
}

interface HowFieldsProps {
  readonly unlocks: Unlocks;
  readonly names: ClueNames;
  readonly id: string;
  readonly onChange: (change: Change) => void;
}

function HowFields({ unlocks, names, id, onChange }: HowFieldsProps) {
  const needed = neededOf(clueOf(unlocks, id) ?? {});
  if (!needed || needed.ids.length === 0) {
    return <p className="text-muted">{names.nameOf(id)} requires no other clue.</p>;
  }
  const { how, ids, atLeast } = needed;
  const change = (next: { how: How; atLeast: number }) => onChange(changeHow(unlocks, id, next));
  return (
    <div className="flex flex-col gap-1.5">
      <span className="flex items-center gap-2">
        <select
          aria-label={`How many of its clues ${names.nameOf(id)} requires`}
          className={`${INPUT} max-w-36 border-line`}
          onChange={({ target }) => change({ how: target.value as How, atLeast })}
          value={how}
        >
          {Object.entries(HOWS).map(([name, says]) => (
            <option key={name} value={name}>
              {says}
            </option>
          ))}
        </select>
        {how === 'atLeast' && (
          <select
            aria-label="So many"
            className={`${INPUT} figures max-w-16 border-line`}
            onChange={({ target }) => change({ how, atLeast: Number(target.value) })}
            value={atLeast}
          >
            {ids.map((_, i) => (
              <option key={ids[i]} value={i + 1}>
                {i + 1}
              </option>
            ))}
          </select>
        )}
      </span>
      <span className="text-[13px] break-words text-muted">{ids.map(names.nameOf).join(', ')}</span>
    </div>
  );
}

function clueOf({ clues }: Unlocks, id: string) {
  return clues.find((clue) => clue.id === id);
}
