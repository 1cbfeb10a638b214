'use client';
/**
 * A drawing of the places: no tiles, nothing fetched. North is up; circles are as wide as the
 * places are; a bar says how much is how far.
 */
import type { ClueView } from '@trove/contracts';
import { hrefOf } from '../frame/route';
import type { Fix } from './position';
import { type Flat, type Frame, frameOf, project, scaleM } from './projection';

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
      className={
        'play-map mx-auto block aspect-square w-full max-w-lg rounded-xl border-2 border-line ' +
        'bg-panel'
      }
      viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
    >
      <title>Places of the hunt, north is up</title>
      <Grid frame={frame} />
      {spots.map((spot) => (
        <Mark key={spot.id} spot={spot} unit={unit} />
      ))}
      {isNear && fix !== undefined && <You accuracyM={fix.accuracyM} at={you} unit={unit} />}
      <Scale frame={frame} unit={unit} />
    </svg>
  );
}

interface MarkProps {
  readonly spot: MappedClue & { readonly at: Flat };
  readonly unit: number;
}

/** A place: its own circle to scale, and a number as large as a thumb can hit. */
function Mark({ spot, unit }: MarkProps) {
  const { id, title, number, status, place, at } = spot;
  const isSolved = status === 'solved';
  return (
    <a
      aria-label={`${number}: ${title}${isSolved ? ', solved' : ''}`}
      href={hrefOf({ screen: 'clue', clue: id })}
    >
      <circle
        cx={at.x}
        cy={at.y}
        fill="var(--accent)"
        fillOpacity={0.15}
        r={place.radiusM}
        stroke="var(--accent)"
        strokeWidth={unit * 0.3}
      />
      <circle cx={at.x} cy={at.y} fillOpacity={0} r={unit * 7} />
      <circle
        cx={at.x}
        cy={at.y}
        fill={isSolved ? 'var(--good)' : 'var(--accent)'}
        r={unit * 3.6}
      />
      <text fill="var(--on-accent)" fontSize={unit * 4.2} x={at.x} y={at.y + unit * 1.5}>
        {number}
      </text>
    </a>
  );
}

interface YouProps {
  readonly at: Flat;
  readonly accuracyM: number;
  readonly unit: number;
}

/** Where the phone is, and the circle in which it may be. */
function You({ at, accuracyM, unit }: YouProps) {
  return (
    <g>
      <title>You are here</title>
      <circle
        cx={at.x}
        cy={at.y}
        fill="var(--repeat)"
        fillOpacity={0.2}
        r={Math.max(accuracyM, unit * 2)}
      />
      <circle
        cx={at.x}
        cy={at.y}
        fill="var(--repeat)"
        r={unit * 2}
        stroke="var(--panel)"
        strokeWidth={unit * 0.6}
      />
    </g>
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
