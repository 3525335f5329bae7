import axios, { type AxiosInstance } from 'axios';

export class Client {
  private static instance: Client;
  private readonly http: AxiosInstance;
  private constructor() {
    this.http = axios.create({ baseURL: process.env.ACME_URL });
  }
  static getInstance(): Client {
    if (!Client.instance) Client.instance = new Client();
    return Client.instance;
  }
  async get<T>(path: string) {
    return (await this.http.get<T>(path)).data; // here: get ; ok: its endpoint is open
  }
}
export const client = Client.getInstance();
