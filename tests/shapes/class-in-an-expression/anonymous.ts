import { Client } from './acme';

export default class extends Client {}
