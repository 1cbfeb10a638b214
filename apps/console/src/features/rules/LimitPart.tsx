'use client';
/** How often a rule fires: every form of a limit. */
import type { DraftRule } from '../draft/draftHunt';
import { Labelled, NumberInput, Select } from './controls';
import { type LimitKind, limitKind } from './ruleWords';

interface LimitPartProps {
  readonly limit: DraftRule['limit'];
  readonly onChange: (limit: object | undefined) => void;
}

const KINDS: readonly { value: LimitKind; title: string }[] = [
  { value: 'none', title: 'Every time it holds' },
  { value: 'perTeam', title: 'A number of times for each team' },
  { value: 'first', title: 'For the first teams of the whole hunt' },
  { value: 'coolDown', title: 'Every time, with a pause between' },
];

const PAUSE_S = 60;

export function LimitPart({ limit, onChange }: LimitPartProps) {
  const kind = limitKind(limit);
  const { perTeam, first, coolDownS } = (limit ?? {}) as Readonly<Record<string, number>>;
  const pause = coolDownS === undefined ? {} : { coolDownS };
  const choose = (next: string) => {
    if (next === 'perTeam') onChange({ perTeam: perTeam ?? 1, ...pause });
    else if (next === 'first') onChange({ first: first ?? 3 });
    else onChange(next === 'coolDown' ? { coolDownS: coolDownS ?? PAUSE_S } : undefined);
  };
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <Labelled label="It fires">
        <Select choices={KINDS} onSelect={choose} value={kind} />
      </Labelled>
      {kind === 'perTeam' && (
        <Labelled label="Times for each team">
          <NumberInput
            onNumber={(times) => onChange({ perTeam: times ?? 1, ...pause })}
            value={perTeam}
          />
        </Labelled>
      )}
      {kind === 'first' && (
        <Labelled label="Teams" says="In the order of the log, each once.">
          <NumberInput onNumber={(teams) => onChange({ first: teams ?? 1 })} value={first} />
        </Labelled>
      )}
      {(kind === 'perTeam' || kind === 'coolDown') && (
        <Labelled
          label="Seconds of pause"
          says={kind === 'perTeam' ? 'Empty: none.' : 'Until it can fire for the team again.'}
        >
          <NumberInput
            onNumber={(seconds) => onChange(withPause({ kind, perTeam }, seconds))}
            value={coolDownS}
          />
        </Labelled>
      )}
    </div>
  );
}

function withPause(
  { kind, perTeam }: { readonly kind: LimitKind; readonly perTeam: number | undefined },
  seconds: number | undefined,
): object {
  const pause = seconds === undefined ? {} : { coolDownS: seconds };
  if (kind === 'perTeam') return { perTeam: perTeam ?? 1, ...pause };
  return { coolDownS: seconds ?? PAUSE_S };
}
