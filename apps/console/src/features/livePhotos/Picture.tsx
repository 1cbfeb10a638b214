'use client';
/** The picture of a photo, while there is one. */
import clsx from 'clsx';
import { useState } from 'react';
import type { PhotoRow } from './answers';

interface PictureProps {
  readonly row: PhotoRow;
  readonly slug: string;
  readonly alt: string;
}

export function Picture({ row, slug, alt }: PictureProps) {
  const [state, setState] = useState<'coming' | 'there' | 'away'>('coming');
  const { photo, team, hasPicture } = row;
  const query = new URLSearchParams({ team, photo });
  if (hasPicture === false) return <Gone says="The picture’s time is over: it is deleted." />;
  if (state === 'away') return <Gone says="The picture can’t be read at the moment." />;
  return (
    <div className={clsx('relative', PLACE)}>
      {/* biome-ignore lint/performance/noImgElement: private and small, not for an optimiser. */}
      <img
        alt={alt}
        aria-busy={state === 'coming'}
        className="absolute inset-0 size-full object-contain"
        onError={() => setState('away')}
        onLoad={() => setState('there')}
        src={`/api/hunts/${slug}/live/photos/picture?${query}`}
      />
    </div>
  );
}

function Gone({ says }: { readonly says: string }) {
  return <p className={clsx('px-4 text-muted', PLACE)}>{says}</p>;
}

/** As high with a picture as before it comes, or what is below would move away under a finger. */
const PLACE = 'grid h-[42vh] min-h-48 place-items-center rounded-md bg-raised';
