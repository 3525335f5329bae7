// What an injected client gives: an Observable, or a promise where the axios below it is called itself.
import { HttpService } from '@nestjs/axios';
import { Controller, Get } from '@nestjs/common';
import { firstValueFrom } from 'rxjs';

@Controller('items')
export class Items {
  constructor(private readonly http: HttpService) {}

  @Get('observed')
  async observed() {
    const answer = await firstValueFrom(this.http.request({ url: `${process.env.ACME_URL}/a` })); // expect: request GET /a
    return answer.data; // sink: http GET /items/observed
  }
  @Get('awaited')
  async awaited() {
    const answer = await this.http.axiosRef({ url: `${process.env.ACME_URL}/b` }); // expect: request GET /b
    return answer.data; // sink: http GET /items/awaited
  }
  @Get('sent')
  async sent() {
    const answer = await this.http.axiosRef(`${process.env.ACME_URL}/c`, { method: 'PUT' }); // expect: request PUT /c
    return answer.data; // sink: http GET /items/sent
  }
  @Get('elsewhere')
  async elsewhere() {
    const answer = await this.http.axiosRef({ url: process.env.OTHER_URL, data: process.env.ACME_URL }); // ok: another service
    return answer.data; // ok: of another service
  }
}
