// The client that Angular injects sends what it is given to the address.
import { HttpClient } from '@angular/common/http';
import { Injectable } from '@angular/core';

@Injectable({ providedIn: 'root' })
export class Items {
  constructor(private readonly http: HttpClient) {}

  store(title: string) {
    return this.http.post(`${process.env.ACME_URL}/items`, { title }); // expect: request POST /items
  }
  change(id: number) {
    return this.http.patch(process.env.ACME_URL + '/items/' + id, {}); // expect: request PATCH /items/{}
  }
  load(id: number) {
    return this.http.get<{ title: string }>(`${process.env.ACME_URL}/items/${id}`); // expect: request GET /items/{}
  }
  other() {
    return this.http.post('https://elsewhere.example/items', { url: process.env.ACME_URL }); // ok: sent, and not to it
  }
}
