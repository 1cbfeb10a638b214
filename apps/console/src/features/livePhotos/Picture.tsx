'use client';
/** The picture of a photo, while there is one. */
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
    <div className="grid min-h-48 place-items-center overflow-hidden rounded-md bg-raised">
      {/* biome-ignore lint/performance/noImgElement: private and small, not for an optimiser. */}
      <img
        alt={alt}
        aria-busy={state === 'coming'}
        className="max-h-[42vh] max-w-full object-contain"
        onError={() => setState('away')}
        onLoad={() => setState('there')}
        src={`/api/hunts/${slug}/live/photos/picture?${query}`}
      />
    </div>
  );
}

function Gone({ says }: { readonly says: string }) {
  return (
    <p className="grid min-h-48 place-items-center rounded-md bg-raised px-4 text-muted">{says}</p>
  );
}
