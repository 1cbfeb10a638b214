'use client';
/**
 * A drawing of the places: no tiles, nothing fetched. North is up; circles are as wide as the
 * places are; a bar says how much is how far.
 */
import type { ClueView } from '@trove/contracts';
import { hrefOf } from '../frame/route';
import type { Fix } from './position';
import { type Frame, frameOf, project, scaleM } from './projection';

export interface MappedClue extends Pick<ClueView, 'id' | 'title' | 'status'> {
  readonly place: NonNullable<ClueView['place']>;
  /** What stands for it on the map and in the list. */
  readonly number: number;
}

interface PlaceMapProps {
  readonly places: readonly MappedClue[];
  readonly fix: Fix | undefined;
}

/** The narrowest map, metres: one place alone is not drawn as wide as the screen. */
const LEAST_M = 200;
/** A position further away than so many widths is not drawn: all places would be one dot. */
const FAR = 8;

export function PlaceMap({ places, fix }: PlaceMapProps) {
  const [first] = places;
  if (first === undefined) return null;
  const middle = first.place;
  const spots = places.map((clue) => ({ ...clue, at: project(clue.place, middle) }));
  const edges = spots.flatMap(({ at: { x, y }, place: { radiusM } }) => [
    { x: x - radiusM, y: y - radiusM },
    { x: x + radiusM, y: y + radiusM },
  ]);
  const town = frameOf(edges, LEAST_M);
  const you = fix && project(fix, middle);
  const isNear =
    you !== undefined &&
    Math.hypot(you.x - town.x - town.width / 2, you.y - town.y - town.height / 2) <
      town.width * FAR;
  const frame = isNear ? frameOf([...edges, you], LEAST_M) : town;
  /** One hundredth of the map's side: sizes of what is not drawn to scale. */
  const unit = frame.width / 100;
  return (
    <svg
      className="play-map aspect-square w-full rounded-xl border-2 border-line bg-panel"
      viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
    >
      <title>Places of the hunt, north is up</title>
      <Grid frame={frame} />
      {spots.map((spot) => (
        <a
          aria-label={`${spot.number}: ${spot.title}${spot.status === 'solved' ? ', solved' : ''}`}
          href={hrefOf({ screen: 'clue', clue: spot.id })}
          key={spot.id}
        >
          <circle
            cx={spot.at.x}
            cy={spot.at.y}
            fill="var(--accent)"
            fillOpacity={0.15}
            r={spot.place.radiusM}
            stroke="var(--accent)"
            strokeWidth={unit * 0.3}
          />
          {/* As large as a thumb, whatever the place's own circle is. */}
          <circle cx={spot.at.x} cy={spot.at.y} fillOpacity={0} r={unit * 6.5} />
          <circle
            cx={spot.at.x}
            cy={spot.at.y}
            fill={spot.status === 'solved' ? 'var(--good)' : 'var(--accent)'}
            r={unit * 3.6}
          />
          <text
            fill="var(--on-accent)"
            fontSize={unit * 4.2}
            x={spot.at.x}
            y={spot.at.y + unit * 1.5}
          >
            {spot.number}
          </text>
        </a>
      ))}
      {isNear && fix !== undefined && (
        <g>
          <title>You are here</title>
          <circle
            cx={you.x}
            cy={you.y}
            fill="var(--repeat)"
            fillOpacity={0.2}
            r={Math.max(fix.accuracyM, unit * 2)}
          />
          <circle
            cx={you.x}
            cy={you.y}
            fill="var(--repeat)"
            r={unit * 2}
            stroke="var(--panel)"
            strokeWidth={unit * 0.6}
          />
        </g>
      )}
      <Scale frame={frame} unit={unit} />
    </svg>
  );
}

/** Lines as far apart as the bar is long: a sense of distance anywhere on the map. */
function Grid({ frame }: { readonly frame: Frame }) {
  const step = scaleM(frame.width);
  const count = Math.ceil(frame.width / step);
  const path = Array.from({ length: count }, (_, index) => {
    const x = (Math.floor(frame.x / step) + index + 1) * step;
    const y = (Math.floor(frame.y / step) + index + 1) * step;
    return `M${x} ${frame.y}V${frame.y + frame.height}M${frame.x} ${y}H${frame.x + frame.width}`;
  });
  return (
    <path d={path.join('')} fill="none" stroke="var(--grid)" strokeWidth={frame.width / 400} />
  );
}

function Scale({ frame, unit }: { readonly frame: Frame; readonly unit: number }) {
  const length = scaleM(frame.width);
  const x = frame.x + unit * 4;
  const y = frame.y + frame.height - unit * 4;
  const text = length >= 1_000 ? `${length / 1_000} km` : `${length} m`;
  return (
    <g>
      <path
        d={`M${x} ${y - unit * 1.5}V${y}H${x + length}V${y - unit * 1.5}`}
        fill="none"
        stroke="var(--ink)"
        strokeWidth={unit * 0.5}
      />
      <text fill="var(--ink)" fontSize={unit * 3.6} x={x + length / 2} y={y - unit * 1.6}>
        {text}
      </text>
    </g>
  );
}
