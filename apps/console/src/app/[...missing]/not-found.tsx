export { NothingHere as default } from '../../features/frame/NothingHere';
