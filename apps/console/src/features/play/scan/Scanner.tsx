'use client';
/** The camera, looking for a code. What it finds is sent at once; typing stays possible beside. */
import { scanCodes } from '@trove/player-sdk/browser';
import { useEffect, useRef, useState } from 'react';
import { usePlay } from '../client/usePlay';
import { readCode } from './readCode';

interface ScannerProps {
  /** The clue whose page it stands on, if it does. */
  readonly clue?: string;
  /** A code was found and sent. */
  readonly onDone: () => void;
}

const FAULTS = {
  unsupported: 'This browser can’t read codes with the camera. Type what stands under the code.',
  denied: 'This page may not use the camera. Allow it for this page, or type the code.',
  no_camera: 'There is no camera to be had. Type what stands under the code.',
} as const;

export function Scanner({ clue, onDone }: ScannerProps) {
  const video = useRef<HTMLVideoElement>(null);
  const { client, hunt } = usePlay();
  const [says, setSays] = useState('Point the camera at the code.');
  const [isBlind, setBlind] = useState(false);
  const found = useRef((_code: string) => undefined as unknown);
  found.current = (text: string) => {
    const read = readCode(text, hunt.slug);
    if (!read.ok) return setSays(read.says);
    const { code } = read;
    client.submit({ type: 'code.scanned.v1', data: { code }, says: `Code ${code}`, clue });
    // A short buzz says it to the hand, where the phone can and the player has not forbidden it.
    navigator.vibrate?.(80);
    onDone();
  };
  useEffect(() => {
    if (video.current === null) return;
    const ending = new AbortController();
    const onCode = (code: string) => found.current(code);
    const options = { video: video.current, onCode, decode, signal: ending.signal };
    void scanCodes(options).then((scanning) => {
      if (scanning.ok) return;
      setBlind(true);
      setSays(FAULTS[scanning.reason]);
    });
    return () => ending.abort();
  }, []);
  return (
    <div className="flex flex-col gap-2">
      <video
        aria-label="What the camera sees"
        className="aspect-square w-full max-w-md self-center rounded-xl bg-black object-cover"
        hidden={isBlind}
        muted
        playsInline
        ref={video}
      />
      <p className="m-0 text-center" role="status">
        {says}
      </p>
    </div>
  );
}

async function decode(video: HTMLVideoElement): Promise<readonly string[]> {
  const { decodeFrame } = await import('./decodeFrame');
  const code = decodeFrame(video);
  return code === undefined ? [] : [code];
}
