// A registered part of the configuration, injected by its key or called as it is; its type says which part it is.
import { Inject } from '@nestjs/common';
import { type ConfigType } from '@nestjs/config';
import { acmeConfig } from './acme.config.js';
import otherConfig from './other.config.js';

export class Page {
  constructor(
    @Inject(acmeConfig.KEY) private readonly acme: ConfigType<typeof acmeConfig>,
    @Inject(otherConfig.KEY) private readonly other: ConfigType<typeof otherConfig>,
  ) {}
  injected = () => fetch(`${this.acme.url}/injected`); // expect: request GET /injected
  async taken() {
    const { url } = this.acme;
    return fetch(new URL('/taken', url)); // expect: request GET /taken
  }
  neighbour = () => fetch(`${this.acme.name}/neighbour`); // ok: the neighbouring field
  another = () => fetch(`${this.other.url}/another`); // ok: another part, with a field of that name
}

export const load = (config: ConfigType<typeof acmeConfig>) => fetch(`${config.url}/load`); // expect: request GET /load
export const called = () => fetch(`${acmeConfig().url}/called`); // expect: request GET /called
