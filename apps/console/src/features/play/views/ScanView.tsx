'use client';
/** The camera for any code that stands by the way: the hunt knows which clue it is for. */
import { useState } from 'react';
import { usePlay } from '../client/usePlay';
import { BigButton } from '../frame/BigButton';
import { Heading } from '../frame/Heading';
import { CodeForm } from '../scan/CodeForm';
import { Scanner } from '../scan/Scanner';
import { SubmissionCard } from './SubmissionCard';

export function ScanView() {
  const { state } = usePlay();
  const [isScanning, setScanning] = useState(true);
  const last = state.submissions.find(({ type }) => type === 'code.scanned.v1');
  return (
    <>
      <Heading>Scan a code</Heading>
      {isScanning ? (
        <Scanner onDone={() => setScanning(false)} />
      ) : (
        <BigButton onClick={() => setScanning(true)} tone="main">
          Scan another one
        </BigButton>
      )}
      {!isScanning && last !== undefined && <SubmissionCard submission={last} />}
      <CodeForm onSent={() => setScanning(false)} />
    </>
  );
}
