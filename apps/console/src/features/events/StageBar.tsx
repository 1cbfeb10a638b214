/** One event's way from the door to the commit, to scale. */

import type { StoredEvent } from '@trove/contracts';
import { formatMillis } from '../../format/numbers';
import { stageSteps, wholeMs } from './stageTimes';

const HUES = ['var(--tint-2)', 'var(--tint-3)', 'var(--tint-1)'] as const;

export function StageBar({ event }: { readonly event: StoredEvent }) {
  const steps = stageSteps(event);
  const whole = wholeMs(event);
  return (
    <div>
      <div aria-hidden="true" className="flex h-2 overflow-hidden rounded-sm bg-raised">
        {steps.map(({ name, ms }, index) => (
          <span
            key={name}
            style={{
              width: `${whole > 0 ? (ms / whole) * 100 : 0}%`,
              background: HUES[index % HUES.length],
            }}
          />
        ))}
      </div>
      <dl className="mt-1 flex flex-wrap gap-x-5 text-[13px]">
        {steps.map(({ name, ms }, index) => (
          <div className="flex items-center gap-1.5" key={name}>
            <dt className="flex items-center gap-1.5 text-muted">
              <span
                aria-hidden="true"
                className="size-2 rounded-sm"
                style={{ background: HUES[index % HUES.length] }}
              />
              {name}
            </dt>
            <dd className="figures m-0">{formatMillis(ms)}</dd>
          </div>
        ))}
        <div className="flex items-center gap-1.5">
          <dt className="text-muted">door → committed</dt>
          <dd className="figures m-0 font-medium">{formatMillis(whole)}</dd>
        </div>
      </dl>
    </div>
  );
}
