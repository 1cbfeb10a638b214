/** Whether this is `next dev`, whose client needs eval for its error overlay. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === 'development';
}
