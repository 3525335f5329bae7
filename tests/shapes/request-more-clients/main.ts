// Clients that are asked for less often: each sends to the address that it is given.
import { execaCommand } from 'execa';
import fetch from 'node-fetch';
import got from 'got';
import { HttpService } from '@nestjs/axios';
import $ from 'jquery';
import WebSocket from 'ws';

const BASE = process.env.ACME_URL;
const OTHER = process.env.OTHER_URL;

export class Items {
  constructor(private readonly http: HttpService) {}

  load() {
    this.http.get(`${BASE}/nest/1`); // expect: request GET /nest/1
    this.http.put(`${BASE}/nest`, { title: 'one' }); // expect: request PUT /nest
    this.http.delete(`${OTHER}/nest/1`); // ok: another service
  }
}

export async function send(title: string) {
  navigator.sendBeacon(`${BASE}/beacon`, title); // expect: request POST /beacon
  await got.put(`${BASE}/got`, { json: { title } }); // expect: request PUT /got
  await fetch(`${BASE}/node`, { method: 'PATCH' }); // expect: request PATCH /node
  $.post(`${BASE}/form`, { title }); // expect: request POST /form
  await execaCommand(`curl -X DELETE ${BASE}/gone`); // expect: request DELETE /gone
  new WebSocket(`${BASE}/feed`); // expect: request GET /feed
  navigator.sendBeacon(`${OTHER}/beacon`, title); // ok: another service
  await got.put(`${OTHER}/got`, { json: { title, from: BASE } }); // ok: sent, and not to it
  await execaCommand(`echo ${BASE}`); // ok: no program that sends
}
