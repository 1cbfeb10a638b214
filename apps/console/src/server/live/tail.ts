/** The one tail of this process, reading from its first use until the process stops. */
import { logger } from '../connections';
import { perProcess } from '../perProcess';
import { LiveTail } from './liveTail';
import { redisLiveSource } from './redisLiveSource';

export function liveTail(): LiveTail {
  return perProcess('live-tail', () => {
    const tail = new LiveTail({
      source: redisLiveSource(),
      clock: () => Date.now(),
      onTrouble: (says) => logger().warn({ says }, 'live data cannot be read'),
    });
    tail.start();
    return tail;
  });
}
