// What the fields of a component hold its template may show, and nobody reads that.
import { getItem } from '@acme/client';
import { Component, Injectable, signal } from '@angular/core';

@Component({ selector: 'an-item', template: '<p>{{ item?.title }}</p>' })
export class ItemComponent {
  item: any;
  async ngOnInit() { // escape: unmodelled-code
    this.item = await getItem(1); // expect: call getItem ; reach: escapes
  }
}
@Component({ selector: 'a-signal', template: '<p>{{ item()?.title }}</p>' })
export class SignalComponent {
  item = signal<any>(null);
  async ngOnInit() { // escape: unmodelled-code
    this.item.set(await getItem(2)); // expect: call getItem ; reach: escapes
  }
}
@Component({ selector: 'no-item', template: '<p>{{ count }}</p>' })
export class OtherComponent {
  count = 0;
  async ngOnInit() {
    await getItem(3); // expect: call getItem ; reach: contained
    this.count = 1; // ok: nothing of it
  }
}
@Injectable()
export class ItemService {
  private last: any;
  async ngOnInit() {
    this.last = await getItem(4); // expect: call getItem ; reach: contained
  }
}
