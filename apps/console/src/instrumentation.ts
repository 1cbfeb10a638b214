/** Next calls `register` once as the server starts. */
export { register } from './boot/env';
