'use client';
/** A code to be found: scanned with the camera, or typed where that is easier. */
import type { ClueView } from '@trove/contracts';
import { useState } from 'react';
import { BigButton } from '../frame/BigButton';
import { CodeForm } from '../scan/CodeForm';
import { Scanner } from '../scan/Scanner';
import { Acts } from './Acts';
import { HintAct } from './HintAct';

export function CodeFind({ clue }: { readonly clue: ClueView }) {
  const [isScanning, setScanning] = useState(false);
  return (
    <>
      {isScanning && <Scanner clue={clue.id} onDone={() => setScanning(false)} />}
      <CodeForm clue={clue.id} />
      <Acts>
        <HintAct clue={clue} />
        <BigButton onClick={() => setScanning(!isScanning)} tone="main">
          {isScanning ? 'Stop the camera' : 'Scan the code'}
        </BigButton>
      </Acts>
    </>
  );
}
