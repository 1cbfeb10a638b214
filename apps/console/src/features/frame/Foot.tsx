'use client';
/** The foot says in words what is wrong before anyone looks for it, and which build this is. */
import clsx from 'clsx';
import { formatCount, formatMillis, formatNumberOf } from '../../format/numbers';
import { useHealth, useLive } from '../../live/LiveProvider';

const COMMIT_SHOWN = 7;

interface FootProps {
  readonly build: { readonly version: string; readonly commit: string };
}

export function Foot({ build }: FootProps) {
  const health = useHealth();
  const { newest } = useLive();
  const around = newest?.surroundings;
  const isRedisRead = !newest?.trouble && (around?.redis.isWell ?? true);
  return (
    <footer
      className={
        'sticky bottom-14 z-20 flex flex-wrap items-center gap-x-4 gap-y-0.5 border-t ' +
        'border-line bg-ground px-4 py-1 text-[13px] text-muted md:bottom-0 print:hidden'
      }
    >
      <span className="figures">
        v{build.version} · {build.commit.slice(0, COMMIT_SHOWN)}
      </span>
      {around && (
        <Service
          isWell={isRedisRead}
          name="Redis"
          says={newest?.trouble ? 'cannot be read' : around.redis.says}
        />
      )}
      {around && (
        <Service isWell={around.postgres.isWell} name="PostgreSQL" says={around.postgres.says} />
      )}
      {around?.sinks?.isWell === false && (
        <Service isWell={false} name="Sinks" says={around.sinks.says} />
      )}
      {around?.proof?.isWell === false && (
        <Service isWell={false} name="Nightly proof" says={around.proof.says} />
      )}
      {health && (
        <>
          <span className={clsx(health.workers === 0 && 'text-bad')}>
            {formatNumberOf(health.workers, 'worker')}
          </span>
          <span className={clsx(health.ingests === 0 && 'text-bad')}>
            {formatNumberOf(health.ingests, 'door')}
          </span>
          <span className="figures" title={`${formatCount(health.lag)} undecided`}>
            lag {formatCount(health.lag)} · oldest waits {formatMillis(health.oldestUndecidedMs)}
          </span>
        </>
      )}
      <output aria-live="polite">
        <Wrong />
      </output>
    </footer>
  );
}

function Wrong() {
  const health = useHealth();
  if (!health || health.says === '') return null;
  return (
    <strong className={clsx('font-medium', health.level === 'lost' ? 'text-bad' : 'text-doubt')}>
      ▲ {health.says}. <span aria-hidden="true">Data is {formatAgeOf(health.ageMs)} old.</span>
    </strong>
  );
}

function formatAgeOf(ageMs: number): string {
  return formatMillis(Math.max(1, Math.round(ageMs / 1_000)) * 1_000);
}

interface ServiceProps {
  readonly name: string;
  readonly isWell: boolean;
  readonly says: string;
}

function Service({ name, isWell, says }: ServiceProps) {
  return (
    <span className={clsx(!isWell && 'text-bad')} title={says}>
      {name} <span className={isWell ? 'text-good' : 'text-bad'}>{isWell ? '●' : '■'}</span>
      {!isWell && ` ${says}`}
    </span>
  );
}
