/**
 * Finds a QR code in the camera's picture where the browser can't. It is a part of its own, which
 * is fetched when it is needed or when there is nothing better to do.
 */
import decodeQR from 'qr/decode.js';
import { PLAY_LIMITS } from '../client/limits';

let canvas: HTMLCanvasElement | undefined;

/** The code in the picture; undefined when there is none to be read. */
export function decodeFrame(video: HTMLVideoElement): string | undefined {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || videoHeight === 0) return undefined;
  const scale = Math.min(1, PLAY_LIMITS.scanSide / Math.max(videoWidth, videoHeight));
  const width = Math.round(videoWidth * scale);
  const height = Math.round(videoHeight * scale);
  canvas ??= document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  context.drawImage(video, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  try {
    return decodeQR({ width, height, data });
  } catch {
    // That is how the library says that it has found no code, which is so for most pictures.
    return undefined;
  }
}
