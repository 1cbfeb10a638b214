'use client';
/** A picture under the places: put in from a file, laid over what the map shows, or taken away. */
import { ImagePlus } from 'lucide-react';
import { useRef, useState, useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { layFloorPlan, type PlanAnswer, removeFloorPlan } from '../../server/commands/floorPlan';
import { AnswerNotice } from '../../ui/AnswerNotice';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { useDraft } from '../draft/DraftProvider';
import type { Plan, PlanBounds } from './ground';
import type { HuntMap } from './huntMap';
import { sendPlan } from './sendPlan';

interface FloorPlanProps {
  readonly map: HuntMap | undefined;
  readonly plan: Plan | undefined;
  readonly onPlan: (plan: Plan | undefined) => void;
}

export function FloorPlan({ map, plan, onPlan }: FloorPlanProps) {
  const { draft } = useDraft();
  const { slug } = draft;
  const [answer, setAnswer] = useState<PlanAnswer>();
  const [isPending, startTransition] = useTransition();
  const file = useRef<HTMLInputElement>(null);
  const ask = (act: (bounds: PlanBounds) => Promise<PlanAnswer>) => {
    if (!map) return;
    const bounds = viewOf(map);
    startTransition(async () => {
      const told = await act(bounds).catch(() => NO_ANSWER);
      setAnswer(told);
      if (told.isDone) onPlan(told.plan);
    });
  };
  const send = (picture: File | undefined) => {
    if (picture) ask((bounds) => sendPlan({ slug, picture, bounds }));
    if (file.current) file.current.value = '';
  };
  return (
    <Panel
      note={plan ? undefined : 'PNG, JPEG or WebP, at most 5 MB'}
      state={{ is: 'live' }}
      title="Floor plan"
    >
      <div className="flex flex-col gap-2">
        <AnswerNotice answer={answer} />
        <input
          accept="image/png,image/jpeg,image/webp"
          aria-label="Picture of the floor plan"
          className="sr-only"
          onChange={({ target }) => send(target.files?.[0])}
          ref={file}
          tabIndex={-1}
          type="file"
        />
        <PlanActs
          hasPlan={plan !== undefined}
          isIdle={!isPending && map !== undefined}
          onChoose={() => file.current?.click()}
          onLay={() => ask((bounds) => layFloorPlan({ slug, bounds }))}
          onRemove={() => ask(() => removeFloorPlan({ slug }))}
        />
        <span className="text-[13px] text-muted">
          It is laid over what the map shows, and only designers see it.
        </span>
      </div>
    </Panel>
  );
}

interface PlanActsProps {
  readonly hasPlan: boolean;
  readonly isIdle: boolean;
  readonly onChoose: () => void;
  readonly onLay: () => void;
  readonly onRemove: () => void;
}

function PlanActs({ hasPlan, isIdle, onChoose, onLay, onRemove }: PlanActsProps) {
  return (
    <span className="flex flex-wrap gap-2">
      <Button disabled={!isIdle} onClick={onChoose}>
        <ImagePlus aria-hidden="true" size={14} /> {hasPlan ? 'Another picture' : 'Put one in'}
      </Button>
      {hasPlan && (
        <>
          <Button
            disabled={!isIdle}
            onClick={onLay}
            title="Its edges are then those of the map on screen"
          >
            Lay it over this view
          </Button>
          <Button disabled={!isIdle} onClick={onRemove} tone="bare">
            Take it away
          </Button>
        </>
      )}
    </span>
  );
}

function viewOf({ map }: HuntMap): PlanBounds {
  const bounds = map.getBounds();
  return {
    west: Math.max(-180, bounds.getWest()),
    south: Math.max(-90, bounds.getSouth()),
    east: Math.min(180, bounds.getEast()),
    north: Math.min(90, bounds.getNorth()),
  };
}
