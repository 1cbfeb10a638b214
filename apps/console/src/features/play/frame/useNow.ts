/** The device's time, ms, once a second for as long as somebody counts down. */
import { useEffect, useState } from 'react';

const TICK_MS = 1_000;

export function useNow(isRunning: boolean): number {
  const [nowMs, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  return isRunning ? nowMs : Date.now();
}
