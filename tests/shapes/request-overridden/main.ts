// Where a request goes is said by the classes that extend the one that sends it, or the other way round.
abstract class ByMethod {
  protected abstract base(): string;
  get(path: string) {
    return fetch(`${this.base()}${path}`);
  }
}
class AcmeByMethod extends ByMethod {
  protected base() {
    return process.env.ACME_URL!;
  }
  item = () => this.get('/items/1'); // expect: request GET /items/1 through main.ts:5
}
class OtherByMethod extends ByMethod {
  protected base() {
    return 'http://elsewhere.example';
  }
  item = () => this.get('/items/1'); // ok: another service
}

class ByField {
  protected base = 'http://elsewhere.example';
  get(path: string) {
    return fetch(this.base + path);
  }
}
class AcmeByField extends ByField {
  protected base = process.env.ACME_URL!;
  item = () => this.get('/items/2'); // expect: request GET /items/2 through main.ts:24
}
class OtherByField extends ByField {
  item = () => this.get('/items/2'); // ok: what it inherits is another service
}

abstract class Job {
  abstract url(): string;
  run() {
    return fetch(this.url()); // expect: request GET /items/3
  }
}
class AcmeJob extends Job {
  url = () => `${process.env.ACME_URL}/items/3`;
}

export const all = [new AcmeByMethod(), new OtherByMethod(), new AcmeByField(), new OtherByField(), new AcmeJob()];
