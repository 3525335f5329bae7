import { Api } from './api';

export class Acme extends Api {
  protected base() {
    return process.env.ACME_URL!;
  }
  items() {
    return this.get('/items'); // expect: request GET /items through sends
  }
}
export class Other extends Api {
  protected base() {
    return 'https://other.example';
  }
  items() {
    return this.get('/items'); // ok: another service
  }
}
