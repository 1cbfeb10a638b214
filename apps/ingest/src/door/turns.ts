/**
 * Steps of one socket, taken in the order in which they were asked for. While none is under way
 * the next is taken at once, and a step that waits for nothing makes no promise.
 */
export class Turns {
  /** The last step that was asked for, until it is over; never rejects. */
  private last: Promise<void> | undefined;

  take<T>(step: () => T | Promise<T>): T | Promise<T> {
    const { last } = this;
    const taken = last === undefined ? step() : last.then(step);
    if (!(taken instanceof Promise)) return taken;
    const end = () => {
      if (this.last === over) this.last = undefined;
    };
    // Who asked for a step is told why it failed; the next one is taken all the same.
    const over = taken.then(end, end);
    this.last = over;
    return taken;
  }
}
