/** When the door is ready: Redis answers, keeps what was declared, and tells the time. */
import type { DurabilityTier } from '@trove/contracts';
import { localUs, type ServerStatus, serverStatus, type TroveRedis } from '@trove/streams';
import { DOOR_LIMITS } from './limits.js';

export interface DoorChecks {
  readonly redis: TroveRedis;
  /** The tier acknowledgements promise. */
  readonly tier: DurabilityTier;
}

const STRENGTH: Readonly<Record<DurabilityTier, number>> = { process: 1, disk: 2, replicated: 3 };

function strengthOf({ tier }: ServerStatus): number {
  return tier === undefined ? 0 : STRENGTH[tier];
}

/** True while Redis is set to keep what a tier promises. */
export function keepsTier(status: ServerStatus, tier: DurabilityTier): boolean {
  return strengthOf(status) >= STRENGTH[tier] && status.isEvictionOff;
}

/** Each check answers what is wrong, or undefined. */
export function doorChecks({ redis, tier }: DoorChecks) {
  return {
    redis: async () => {
      const answer = await redis.ping();
      return answer === 'PONG' ? undefined : 'Redis does not answer';
    },
    durability: async () => {
      const status = await serverStatus(redis);
      if (strengthOf(status) < STRENGTH[tier]) {
        return `tier ${tier} is declared, Redis keeps ${status.tier ?? 'nothing on disk'}`;
      }
      return status.isEvictionOff ? undefined : 'maxmemory-policy must be noeviction';
    },
    clock: async () => {
      const before = localUs();
      const [seconds, micros] = (await redis.time()) as unknown as [number, number];
      const apartMs = Math.abs(Number(seconds) * 1e6 + Number(micros) - before) / 1000;
      return apartMs > DOOR_LIMITS.clockOffsetMs
        ? `the clock is ${Math.round(apartMs)} ms from Redis’s`
        : undefined;
    },
  };
}
