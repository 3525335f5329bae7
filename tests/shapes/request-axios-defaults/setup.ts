// The base URL is written into the library's own defaults: every relative address is the service's from then on.
import axios from 'axios';

export function configure(base: string) {
  axios.defaults.baseURL = base;
}
configure(process.env.ACME_URL!);
