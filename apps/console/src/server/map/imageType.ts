/** Which kind of picture these bytes begin. Drawings that can hold scripts, as SVG, are none. */

export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];
/** Where RIFF names what it holds. */
const WEBP_AT = 8;

export function imageType(bytes: Uint8Array): ImageType | undefined {
  if (begins(bytes, PNG)) return 'image/png';
  if (begins(bytes, JPEG)) return 'image/jpeg';
  if (begins(bytes, RIFF) && begins(bytes.subarray(WEBP_AT), WEBP)) return 'image/webp';
  return undefined;
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
