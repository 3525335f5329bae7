import { config, other } from './core/config';
import { request } from './core/request';

export class Items {
  static list = () => request(config, { method: 'GET', url: '/items' }); // expect: request GET /items through sends
  static others = () => request(other, { method: 'GET', url: '/items' }); // ok: another service
}
