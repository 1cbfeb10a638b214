/** A private installation for faults, with a witness and the tokens of those who play on it. */
import { DOOR_AUDIENCE, type DurabilityTier } from '@trove/contracts';
import { SignJWT } from 'jose';
import type { SourceToken } from '../bench/shapes.js';
import { type Installation, startInstallation } from './installation.js';
import { CHAOS } from './limits.js';
import { Witness } from './oracle/readEvidence.js';

/** An installation, and who plays on it. */
export interface Stage {
  readonly installation: Installation;
  readonly witness: Witness;
  readonly publisher: SourceToken;
  readonly senders: readonly SourceToken[];
  close(): Promise<void>;
}

/** What a fault asks of its stage. */
export interface Staging {
  /** A module that doors and workers load first. */
  readonly preload?: string | undefined;
  /** How hard an acknowledgement is. */
  readonly durability?: DurabilityTier | undefined;
}

export async function setStage({ preload, durability = 'disk' }: Staging = {}): Promise<Stage> {
  const { doors, workers, partitions } = CHAOS;
  const size = { doors, workers, partitions, durability };
  const installation = await startInstallation({
    ...size,
    ...(preload === undefined ? {} : { preload }),
  });
  const witness = new Witness(installation);
  const numbers = Array.from({ length: CHAOS.clients }, (_, number) => number);
  return {
    installation,
    witness,
    publisher: await tokenOf(installation, '/chaos/publisher'),
    senders: await Promise.all(numbers.map((i) => tokenOf(installation, `/chaos/${i}`))),
    async close() {
      await witness.close();
      await installation.close();
    },
  };
}

async function tokenOf({ secret }: Installation, source: string): Promise<SourceToken> {
  const claims = { kind: 'source', hunts: ['*'], may: ['send', 'publish', 'operate'] };
  const signing = new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setSubject(source);
  const ready = signing.setAudience(DOOR_AUDIENCE).setExpirationTime('1 day');
  return { source, token: await ready.sign(new TextEncoder().encode(secret)) };
}
