export { base as acme } from './base';
