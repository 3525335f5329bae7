import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import { Inject, Injectable } from '@nestjs/common';
import { BASE, OTHER } from './page-tokens';
import { KEYS } from './tokens';

@Injectable()
export class ByText {
  constructor(
    @Inject('BASE') private readonly base: string,
    @Inject('OTHER') private readonly other: string
  ) {}
  items() {
    return fetch(`${this.base}/items`); // expect: request GET /items
  }
  others() {
    return fetch(`${this.other}/items`); // ok: another service
  }
}
@Injectable()
export class ByMember {
  constructor(@Inject(KEYS.base) private readonly base: string) {}
  more() {
    return fetch(`${this.base}/more`); // expect: request GET /more
  }
}
export class Page {
  private readonly http = inject(HttpClient);
  private readonly base = inject(BASE);
  private readonly other = inject(OTHER);
  load = () => this.http.get<string>(`${this.base}/page`); // expect: request GET /page
  save = (text: string) => this.http.post(`${this.base}/page`, text); // expect: request POST /page
  elsewhere = () => this.http.get(`${this.other}/page`); // ok: another service
}
