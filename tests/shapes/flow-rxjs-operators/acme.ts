// What Nest's HttpService gives is an Observable.
import { HttpService } from '@nestjs/axios';
import { Injectable } from '@nestjs/common';
import { catchError, firstValueFrom, map, of, switchMap, timeout } from 'rxjs';

@Injectable()
export class Acme {
  constructor(private readonly http: HttpService) {}

  one(id: string) {
    return this.http.get(`${process.env.ACME_URL}/one/${id}`).pipe(map((response) => response.data.title)); // expect: request GET /one/{} ; reach: renders
  }
  async two(id: string) {
    const { data } = await firstValueFrom(
      this.http.get<any>(`${process.env.ACME_URL}/two/${id}`).pipe( // expect: request GET /two/{} ; reach: renders
        switchMap((r) => this.http.get<any>(`${process.env.ACME_URL}/next/${r.data.id}`)), // expect: request GET /next/{} ; reach: renders ; sink: request
        timeout(100),
      ),
    );
    return data;
  }
  three(id: string) {
    return this.http.get<any>(`${process.env.ACME_URL}/three/${id}`).pipe( // expect: request GET /three/{} ; reach: decides
      map((r) => ({ seen: !!r.data })),
      catchError(() => of({ seen: false })),
    );
  }
}
