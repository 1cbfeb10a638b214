/**
 * The place of an event among those of one device: a name the device made for itself, an epoch it
 * raises when it has lost its count, and a number that grows by one with each event. One text,
 * because attributes of a CloudEvent are scalars.
 */
import { z } from 'zod';

const SHAPE = /^([A-Za-z0-9][A-Za-z0-9._~-]{0,39})\/(0|[1-9]\d{0,8})\/(0|[1-9]\d{0,14})$/;

export const DeviceSequence = z.string().regex(SHAPE, {
  error: 'device/epoch/number: a name of up to 40 characters and two whole numbers',
});

export interface SequencePlace {
  readonly device: string;
  readonly epoch: number;
  readonly seq: number;
}

/** The parts of a text that has passed its contract; undefined for any other text. */
export function parseDeviceSequence(text: string): SequencePlace | undefined {
  const [, device, epoch, seq] = SHAPE.exec(text) ?? [];
  return device === undefined ? undefined : { device, epoch: Number(epoch), seq: Number(seq) };
}

export function printDeviceSequence({ device, epoch, seq }: SequencePlace): string {
  return `${device}/${epoch}/${seq}`;
}
