'use client';
/** A place to go to: how far it is, how sure the phone is, and saying that one is there. */
import type { ClueView } from '@trove/contracts';
import { locatedOf } from '@trove/player-sdk/browser';
import { useState } from 'react';
import { BigButton } from '../frame/BigButton';
import { hrefOf } from '../frame/route';
import { askPosition, type Fix } from '../map/position';
import { metresTo } from '../map/projection';
import { usePosition } from '../map/usePosition';
import { distanceText, walkText } from '../words/clockText';
import { Acts } from './Acts';
import { HintAct } from './HintAct';
import { Trouble } from './Trouble';
import { useSubmit } from './useSubmit';

export function PlaceFind({ clue }: { readonly clue: ClueView }) {
  const { position, note } = usePosition();
  const { submit, trouble } = useSubmit();
  const [isAsking, setAsking] = useState(false);
  const [fault, setFault] = useState<string>();
  const checkIn = async () => {
    setAsking(true);
    setFault(undefined);
    const asked = await askPosition();
    setAsking(false);
    if (!asked.ok) return setFault(asked.says);
    note(asked.fix);
    submit({ ...reportOf(asked.fix), clue: clue.id });
  };
  return (
    <>
      {clue.place && (
        <p className="m-0">
          {position ? (
            <Way fix={position} place={clue.place} />
          ) : (
            'Say that you are here, and the phone tells how far it is.'
          )}{' '}
          <a className="text-accent underline" href={hrefOf({ screen: 'map' })}>
            See it on the map
          </a>
        </p>
      )}
      <Trouble says={fault ?? trouble} />
      <Acts>
        <HintAct clue={clue} />
        <BigButton isBusy={isAsking} onClick={() => void checkIn()} tone="main">
          {isAsking ? 'Finding you …' : 'I am here'}
        </BigButton>
      </Acts>
    </>
  );
}

function Way({
  fix,
  place,
}: {
  readonly fix: Fix;
  readonly place: NonNullable<ClueView['place']>;
}) {
  const away = metresTo(fix, place);
  if (away <= place.radiusM) return <strong>You are right there.</strong>;
  return (
    <>
      <strong className="figures">{distanceText(away)}</strong> away, {walkText(away)}
      <span className="text-muted"> (your phone is sure to {distanceText(fix.accuracyM)})</span>.
    </>
  );
}

/** What is sent, with how sure the phone is and how old that is by now. */
function reportOf({ accuracyM, position }: Fix) {
  const data = locatedOf(position, Date.now());
  const says = `Here, to within ${Math.round(accuracyM)} m`;
  return { type: 'location.reported.v1', data, says } as const;
}
