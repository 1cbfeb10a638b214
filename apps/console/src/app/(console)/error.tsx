'use client';
/** A screen that could not be rendered. */
export { ScreenError as default } from '../../features/frame/ScreenError';
