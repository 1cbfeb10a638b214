/** Many small things at once on one socket, and binary frames that no packer makes. */

export interface HostileFlood {
  readonly name: string;
  /** Packets of Socket.IO as they stand in Engine.IO messages. */
  readonly frames: readonly string[];
}

const MANY = 5_000;

export const HOSTILE_FLOODS: readonly HostileFlood[] = [
  { name: 'questions, each with an answer of its own', frames: many((i) => question(i)) },
  { name: 'questions with numbers beyond all', frames: many((i) => question(9e15 + i)) },
  { name: 'answers that nobody asked for', frames: many((i) => `3/play,${i}["x"]`) },
  { name: 'namespaces that there are not', frames: many((i) => `0/flood-${i},{"token":"x"}`) },
  { name: 'leaving where nobody was', frames: many((i) => `1/flood-${i},`) },
  { name: 'attachments that never come', frames: many((i) => `51-/play,${i}["events:send",{}]`) },
];

function question(number: number): string {
  return `2/play,${number}["board:get",{}]`;
}

function many(make: (index: number) => string): string[] {
  return Array.from({ length: MANY }, (_, index) => make(index));
}

export interface HostileBytes {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const DEEP = 100_000;

/** Frames of MessagePack. */
export const HOSTILE_BYTES: readonly HostileBytes[] = [
  { name: 'nothing', bytes: Uint8Array.of() },
  { name: 'lists in lists', bytes: filled(DEEP, 0x91) },
  { name: 'maps in maps', bytes: Uint8Array.from({ length: 3 * DEEP }, nestedMap) },
  { name: 'a text of 4 GB', bytes: Uint8Array.of(0xdb, 0xff, 0xff, 0xff, 0xff, 0x61) },
  { name: 'a list of 4 billion', bytes: Uint8Array.of(0xdd, 0xff, 0xff, 0xff, 0xff, 0xc0) },
  { name: 'a map of 4 billion', bytes: Uint8Array.of(0xdf, 0xff, 0xff, 0xff, 0xff, 0xc0) },
  { name: 'bytes of 4 GB', bytes: Uint8Array.of(0xc6, 0xff, 0xff, 0xff, 0xff, 0x00) },
  { name: 'an ext of 4 GB', bytes: Uint8Array.of(0xc9, 0xff, 0xff, 0xff, 0xff, 0x01) },
  { name: 'a moment in time', bytes: Uint8Array.of(0xd6, 0xff, 0x00, 0x00, 0x00, 0x00) },
  { name: 'an ext of code', bytes: Uint8Array.of(0xc7, 0x01, 0x66, 0x61) },
  { name: 'a reference to itself', bytes: Uint8Array.of(0xd6, 0x70, 0x00, 0x00, 0x00, 0x00) },
  { name: 'a key __proto__', bytes: Uint8Array.of(0x81, 0xa9, ...text('__proto__'), 0x80) },
  { name: 'a byte that means nothing', bytes: Uint8Array.of(0xc1) },
  { name: 'bytes beyond a frame', bytes: filled(300_000, 0xc0) },
];

function filled(length: number, byte: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(length).fill(byte);
}

/** A map of one field `a`, whose value begins with the next byte. */
function nestedMap(_: unknown, index: number): number {
  return [0x81, 0xa1, 0x61][index % 3] ?? 0;
}

function text(of: string): Uint8Array {
  return new TextEncoder().encode(of);
}
