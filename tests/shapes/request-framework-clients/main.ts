// Clients that frameworks inject: known by their types.
import { HttpClient } from '@angular/common/http';
import { HttpService } from '@nestjs/axios';
import { Store } from './store';

export class Angular {
  constructor(private http: HttpClient, private store: Store) {}
  show = () => this.http.get<string>(`${process.env.ACME_URL}/a`); // expect: request GET /a
  send = () => this.http.request('PUT', `${process.env.ACME_URL}/b`); // expect: request PUT /b
  keep = () => this.store.get(`${process.env.ACME_URL}/b`); // ok: a class of this project
}
export class Nest {
  constructor(private readonly http: HttpService) {}
  show = () => this.http.axiosRef.put(`${process.env.ACME_URL}/c`, {}); // expect: request PUT /c
  send = () => this.http.axiosRef({ url: `${process.env.ACME_URL}/d`, method: 'PATCH' }); // expect: request PATCH /d
}
