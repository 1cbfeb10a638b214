/**
 * Reads QR codes from the camera. Decoding is the browser's own where it has it, else a decoder
 * that the app brings; without either the app asks its player to type the code.
 */

/** Codes seen in one picture; empty when there are none. */
export type CodeDecoder = (video: HTMLVideoElement) => Promise<readonly string[]>;

export interface ScanOptions {
  /** Shows the camera's picture; muted and inline, as phones want it. */
  readonly video: HTMLVideoElement;
  /** Each code once, until another one was seen. */
  onCode(code: string): void;
  /** Used where the browser has no `BarcodeDetector`. */
  readonly decode?: CodeDecoder;
  readonly signal?: AbortSignal;
}

export type ScanFault = 'unsupported' | 'denied' | 'no_camera';

export type Scanning =
  | { readonly ok: true; readonly stop: () => void }
  | { readonly ok: false; readonly reason: ScanFault };

/** Pictures looked at in a second: enough for a hand, little for a battery. */
const LOOKS_PER_SECOND = 6;

/** Whether a code can be read here at all: ask before a button for it is shown. */
export function canScan(decode?: CodeDecoder): boolean {
  const hasCamera = globalThis.navigator?.mediaDevices?.getUserMedia !== undefined;
  return hasCamera && (decode ?? browserDecoder()) !== undefined;
}

/** Opens the back camera and looks for codes until it is stopped or its signal aborts. */
export async function scanCodes(options: ScanOptions): Promise<Scanning> {
  const { video, signal } = options;
  const first = browserDecoder() ?? options.decode;
  if (first === undefined || !canScan(first)) return { ok: false, reason: 'unsupported' };
  let decode = first;
  const opened = await openCamera();
  if ('reason' in opened) return { ok: false, reason: opened.reason };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    clearTimeout(timer);
    for (const track of opened.stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  if (signal?.aborted === true) {
    stop();
    return { ok: true, stop };
  }
  signal?.addEventListener('abort', stop, { once: true });
  video.srcObject = opened.stream;
  await video.play().catch(() => undefined);
  const tell = onceEach(options.onCode);
  const look = async (): Promise<void> => {
    // A picture that can't be decoded is as one without a code. A browser's decoder that can't
    // work here fails at all of them: what the app has brought takes its place.
    const codes = await decode(video).catch(() => {
      decode = options.decode ?? decode;
      return [];
    });
    if (isStopped) return;
    for (const code of codes) tell(code);
    if (!isStopped) timer = setTimeout(() => void look(), 1_000 / LOOKS_PER_SECOND);
  };
  void look();
  return { ok: true, stop };
}

/** The same code many times is one scan; another one in between makes it news again. */
export function onceEach(tell: (code: string) => void): (code: string) => void {
  let last: string | undefined;
  return (code) => {
    if (code === last) return;
    last = code;
    tell(code);
  };
}

async function openCamera(): Promise<{ stream: MediaStream } | { reason: ScanFault }> {
  const video = { facingMode: 'environment' };
  try {
    return { stream: await navigator.mediaDevices.getUserMedia({ video, audio: false }) };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    return { reason: name === 'NotAllowedError' ? 'denied' : 'no_camera' };
  }
}

/** Not yet in TypeScript's own description of browsers. */
interface Detector {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: string[] }) => Detector;

function browserDecoder(): CodeDecoder | undefined {
  const found = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (found === undefined) return undefined;
  let detector: Detector;
  try {
    detector = new found({ formats: ['qr_code'] });
  } catch {
    return undefined;
  }
  return async (video) => (await detector.detect(video)).map(({ rawValue }) => rawValue);
}
