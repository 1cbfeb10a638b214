/** Which rows of a commit somebody listened to: a bit each, and none at all while nobody does. */
export class HeardRows {
  count = 0;
  private some: Uint8Array | undefined;

  constructor(private readonly rows: number) {}

  add(row: number): void {
    this.some ??= new Uint8Array(Math.ceil(this.rows / 8));
    this.some[row >> 3] = (this.some[row >> 3] as number) | (1 << (row & 7));
    this.count += 1;
  }

  /** Undefined when all were heard, which takes no bits to say. */
  get bits(): Uint8Array | undefined {
    return this.count === this.rows ? undefined : this.some;
  }
}
