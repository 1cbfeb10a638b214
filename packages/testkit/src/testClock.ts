/** Time that passes only when a test says so. */
export class TestClock {
  private micros: number;

  constructor(startMs: number) {
    this.micros = startMs * 1000;
  }

  /** Moves by one microsecond at every look, so that no two moments are equal. */
  nowUs(): number {
    this.micros += 1;
    return this.micros;
  }

  advance(ms: number): void {
    this.micros += ms * 1000;
  }
}
