'use client';
/** The developers' page when it could not be rendered. */
export { ScreenError as default } from '../../features/frame/ScreenError';
