/** The thread in which hunt files are checked. */
export { checkFile as default } from '@trove/publishing/check';
