/** What is said of one route below /v1. */
import type { z } from 'zod';
import type { ProblemCode } from '../problems.js';

export interface RouteContract {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With parameters in braces, each named in `params`. */
  readonly path: `/v1/${string}`;
  /** Names the operation; unique. */
  readonly name: string;
  readonly summary: string;
  /** Whose token it wants. */
  readonly token: 'none' | 'player' | 'source' | 'publisher' | 'operator' | 'any';
  readonly params?: Readonly<Record<string, z.ZodType>>;
  readonly query?: Readonly<Record<string, z.ZodType>>;
  readonly headers?: Readonly<Record<string, z.ZodType>>;
  /** By media type. */
  readonly body?: Readonly<Record<string, z.ZodType>>;
  /** By status; refusals are named in `problems`. */
  readonly replies: Readonly<Record<number, z.ZodType>>;
  readonly problems: readonly ProblemCode[];
}
