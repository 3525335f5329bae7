// A client class that holds its base. Read so: a field is no parameter, hence the line that sends is the access; a method
// that takes the path is a wrapper, whose calls count on objects made with the service's URL.
class Client {
  constructor(private readonly baseUrl: string) {}
  item = (id: number) => fetch(`${this.baseUrl}/items/${id}`); // expect: request GET /items/{}
  get(path: string) {
    return fetch(`${this.baseUrl}${path}`); // here: get ; ok: its endpoint is open
  }
  health() {
    return this.get('/health'); // expect: request GET /health through get
  }
}
const acme = new Client(process.env.ACME_URL ?? '');
const other = new Client('https://other.example');

export const show = () => [acme.item(1), acme.health()]; // ok: methods that merely send
export const list = () => acme.get('/items'); // expect: request GET /items through get
export const away = () => other.get('/items'); // ok: an object with another base
