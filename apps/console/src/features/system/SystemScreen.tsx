'use client';
/** What Trove runs on: partitions, processes, Redis, PostgreSQL, and what a yes is worth. */
import {
  formatBytes,
  formatCount,
  formatMillis,
  formatNumberOf,
  formatShare,
} from '../../format/numbers';
import { useHealth, useLive } from '../../live/LiveProvider';
import type { LiveState } from '../../live/liveState';
import { PROCESS_GONE_MS } from '../../live/messages';
import { Panel, type PanelState } from '../../ui/Panel';
import { Facts } from './Facts';
import { FiguresTable } from './FiguresTable';

export function SystemScreen(props: { readonly build: Readonly<Record<string, string>> }) {
  const { newest } = useLive();
  const state = useSystemState(newest);
  return (
    <div className="flex flex-col gap-3">
      <h1 className="text-xl font-medium">System</h1>
      <div className="grid grid-cols-1 gap-3 lg:grid-cols-2">
        <Panel state={state} title="Redis">
          <RedisFacts live={newest} />
        </Panel>
        <Panel state={state} title="PostgreSQL and this console">
          <Facts
            facts={[
              ['PostgreSQL', newest?.surroundings?.postgres.says ?? ''],
              ['ledger, archive', newest?.surroundings?.sinks?.says ?? ''],
              ['nightly proof', newest?.surroundings?.proof?.says ?? ''],
              ['without it', 'play goes on; ledger, quarantine and sign-in wait'],
              ...Object.entries(props.build),
            ]}
          />
        </Panel>
      </div>
      <Panel state={state} title="Partitions">
        <Partitions live={newest} />
      </Panel>
      <Panel state={state} title="Processes">
        <Processes live={newest} />
      </Panel>
    </div>
  );
}

function useSystemState(live: LiveState | undefined): PanelState {
  const health = useHealth();
  if (!live || !health) return { is: 'loading' };
  if (health.level === 'live') return { is: 'live' };
  return { is: 'stale', says: health.says, isLong: health.level === 'lost' };
}

function RedisFacts({ live }: { readonly live: LiveState | undefined }) {
  const redis = live?.surroundings?.redis;
  if (!redis) return null;
  const { tier, version, usedMemoryBytes = 0, maxMemoryBytes = 0, says } = redis;
  return (
    <Facts
      facts={[
        ['durability', tier ? `${tier}: ${says}` : says],
        ['memory', memoryWords(usedMemoryBytes, maxMemoryBytes)],
        ['version', version ?? 'unknown'],
      ]}
    />
  );
}

function Partitions({ live }: { readonly live: LiveState | undefined }) {
  return (
    <FiguresTable
      columns={['partition', 'owner', 'appended', 'decided', 'lag', 'oldest waits', 'epoch']}
      rows={(live?.partitions ?? []).map((one) => [
        `p${one.partition}`,
        one.owner ?? 'none: idle',
        formatCount(one.appended),
        formatCount(one.decided),
        formatCount(one.lag),
        formatMillis(one.oldestUndecidedMs),
        String(one.epoch),
      ])}
    />
  );
}

const HOLDS = { ingest: 'socket', worker: 'partition' } as const;

function Processes({ live }: { readonly live: LiveState | undefined }) {
  const processes = [...(live?.processes ?? [])].sort((a, b) => b.atMs - a.atMs);
  return (
    <FiguresTable
      columns={['process', 'app', 'holds', 'last heard']}
      rows={processes.map(({ process, app, holds, atMs }) => {
        const ageMs = Math.max(0, (live?.nowMs ?? atMs) - atMs);
        const heard = ageMs <= PROCESS_GONE_MS ? '● now' : `■ ${formatMillis(ageMs)} ago`;
        return [process, app === 'ingest' ? 'door' : app, formatNumberOf(holds, HOLDS[app]), heard];
      })}
    />
  );
}

function memoryWords(used: number, bound: number): string {
  if (bound === 0) return `${formatBytes(used)}, without a bound`;
  const share = formatShare(used / bound);
  return `${formatBytes(used)} of ${formatBytes(bound)} (${share}); at 80 % the door answers busy`;
}
