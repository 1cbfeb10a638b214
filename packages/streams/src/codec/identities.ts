/** Names an event for deduplication: who made the id, and what the event says. */
import type { EventId } from '@trove/contracts';
import xxhash from 'xxhash-wasm';

export interface Identities {
  /** 8 bytes of xxh64 of a CloudEvents source, one character each. */
  sourceHash(source: string): string;
  /**
   * 8 bytes of xxh64 of what the event says. Never of when it was sent or received: a retry of
   * the same event must have the same digest.
   */
  digest(content: EventContent): string;
}

export interface EventContent {
  readonly hunt: string;
  readonly player: string;
  readonly team: string;
  readonly type: string;
  readonly timeMs: number;
  /** JSON of the data with its keys in the contract's order. */
  readonly dataText: string;
}

/** Sources remembered so that a player's every packet need not hash it again. */
const MAX_SOURCES = 50_000;

/** Compiled once a process: every join and publication asks for identities of its own. */
const hasher = xxhash();

export async function createIdentities(): Promise<Identities> {
  const { h64 } = await hasher;
  // A typed array takes a BigInt in one store; Buffer's own writer is twenty times slower.
  const word = new BigUint64Array(1);
  const scratch = Buffer.from(word.buffer);
  const sources = new Map<string, string>();
  const bytesOf = (text: string): string => {
    word[0] = h64(text);
    return scratch.toString('latin1', 0, 8);
  };
  return {
    sourceHash(source) {
      const known = sources.get(source);
      if (known !== undefined) return known;
      if (sources.size >= MAX_SOURCES) sources.clear();
      const hash = bytesOf(source);
      sources.set(source, hash);
      return hash;
    },
    digest({ hunt, player, team, type, timeMs, dataText }) {
      return bytesOf(`${hunt}\n${player}\n${team}\n${type}\n${timeMs}\n${dataText}`);
    },
  };
}

/** Value of each hexadecimal digit by its character code. */
const NIBBLES = new Uint8Array(128);
for (let i = 0; i < 16; i += 1) NIBBLES['0123456789abcdef'.charCodeAt(i)] = i;

/** 16 characters, one a byte, of a lower-case UUID that its contract has checked. */
export function bytesOfEventId(id: EventId): string {
  const byte = (at: number): number => {
    return (NIBBLES[id.charCodeAt(at)] as number) * 16 + (NIBBLES[id.charCodeAt(at + 1)] as number);
  };
  return String.fromCharCode(
    byte(0),
    byte(2),
    byte(4),
    byte(6),
    byte(9),
    byte(11),
    byte(14),
    byte(16),
    byte(19),
    byte(21),
    byte(24),
    byte(26),
    byte(28),
    byte(30),
    byte(32),
    byte(34),
  );
}
