// RxJS: each operator takes one Observable and gives another; what one leaves out does not come to the next.
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { catchError, firstValueFrom, forkJoin, from, map, mergeMap, of, switchMap, tap } from 'rxjs';
import { getItem, findItems } from '@acme/client';
import { Acme } from './acme';

@Controller('r')
export class Shown {
  constructor(private readonly acme: Acme) {}

  @Get('title')
  title() {
    return from(getItem(1)).pipe(map((item) => item.title)); // expect: call getItem ; sink: http GET /r/title
  }
  @Get('tracks')
  tracks() {
    return from(getItem(2)).pipe( // expect: call getItem ; sink: http GET /r/tracks
      switchMap((item) => of(item.tracks)),
      tap((tracks) => console.log(tracks)), // sink: log
      catchError(() => of({ failed: true })),
    );
  }
  @Get('waited')
  async waited() {
    const item = await firstValueFrom(from(getItem(3)).pipe(catchError(() => of(null)))); // expect: call getItem
    return item; // sink: http GET /r/waited
  }
  @Get('left')
  left() {
    return from(getItem(4)).pipe(mergeMap(() => of(1))); // expect: call getItem ; reach: contained
  }
  @Get('joined')
  joined() {
    return forkJoin({ // sink: http GET /r/joined
      item: getItem(5), // expect: call getItem ; reach: renders
      found: findItems('x'), // expect: call findItems ; reach: contained
    }).pipe(map(({ item }) => item.title));
  }
  @Get('listed')
  listed() {
    const one = from(getItem(6)); // expect: call getItem ; reach: contained
    const several = from(findItems('y')); // expect: call findItems
    return forkJoin([one, several]).pipe(map(([, found]) => found.length)); // sink: http GET /r/listed
  }
  @Get('one/:id')
  one() {
    return this.acme.one('1'); // sink: http GET /r/one/:id
  }
  @Get('two/:id')
  two() {
    return this.acme.two('1'); // sink: http GET /r/two/:id
  }
  @Get('three/:id')
  three() {
    return this.acme.three('1'); // sink: http GET /r/three/:id
  }
}

@Module({ controllers: [Shown], providers: [Acme] })
export class AppModule {}
NestFactory.create(AppModule).then((app) => app.listen(1));
