/** What a door has for photos: their ids, which it makes itself, and the store of pictures. */
import { type Db, photoStore } from '@trove/db';
import { PhotoDesk } from './photoDesk.js';
import { createPhotoIds } from './photoIds.js';

interface PhotoDeps {
  readonly db: Db;
  readonly tokenSecret: string;
}

export function openPhotos({ db, tokenSecret }: PhotoDeps): PhotoDesk {
  return new PhotoDesk({ ids: createPhotoIds(tokenSecret), store: photoStore(db) });
}
