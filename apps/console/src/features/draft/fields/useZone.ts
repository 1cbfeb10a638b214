'use client';
/** The zone in which times are read and written: the browser's own until another is chosen. */
import { useSyncExternalStore } from 'react';

const KEY = 'trove.zone';
const listeners = new Set<() => void>();

export function useZone() {
  const zone = useSyncExternalStore(subscribe, readZone, () => 'UTC');
  return { zone, setZone };
}

/** Every zone that this browser knows. */
export function zones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readZone(): string {
  return localStorage.getItem(KEY) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function setZone(zone: string): void {
  localStorage.setItem(KEY, zone);
  for (const listener of listeners) listener();
}
